// Passkeys: asks the browser for one, and sends what it brings with the form that asked. The only script there is; every
// page works without, and the forms here stay out of sight then.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (form) =>
    form.dataset.known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));
  // a challenge is a text, and comes back as it went out
  const challenge = (form) => new TextEncoder().encode(form.elements.challenge.value);

  const make = (form) =>
    navigator.credentials.create({
      publicKey: {
        challenge: challenge(form),
        rp: { id: form.dataset.host, name: form.dataset.site },
        user: { id: bytes(form.dataset.user), name: form.dataset.login, displayName: form.dataset.login },
        pubKeyCredParams: form.dataset.kinds.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
        excludeCredentials: known(form),
        attestation: "none",
        timeout: 240000,
      },
    });

  const show = (form) =>
    navigator.credentials.get({
      publicKey: {
        challenge: challenge(form),
        rpId: form.dataset.host,
        allowCredentials: known(form),
        userVerification: form.dataset.alone ? "required" : "preferred",
        timeout: 240000,
      },
    });

  const fill = (form, found) => {
    const put = (name, buffer) => {
      form.elements[name].value = text(buffer);
    };
    put("client", found.response.clientDataJSON);
    if (form.dataset.passkey === "make") {
      put("authenticator", found.response.getAuthenticatorData());
    } else {
      put("credential", found.rawId);
      put("authenticator", found.response.authenticatorData);
      put("signature", found.response.signature);
    }
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    // keys are made for one host; where the page is reached by another name, no browser has any
    if (!window.PublicKeyCredential || location.hostname !== form.dataset.host) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = form.querySelector("[data-failed]");
      failed.hidden = true;
      try {
        fill(form, await (form.dataset.passkey === "make" ? make(form) : show(form)));
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
})();
