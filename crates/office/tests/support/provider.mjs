// A real sign-on service for the tests: oidc-provider. It prints its address; whoever comes is the person whom
// /next?account=NAME named last, `nobody` refuses. Words: folder of the package, redirect address, algorithm, accounts.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [, , folder, redirect, algorithm, people] = process.argv;
const { default: Provider } = await import(pathToFileURL(`${folder}/lib/index.js`));
const accounts = JSON.parse(people);
let next = "nobody";

const key = (pair, kid) => ({ ...pair.privateKey.export({ format: "jwk" }), kid, use: "sig" });
const rsa = key(generateKeyPairSync("rsa", { modulusLength: 2048 }), "rsa");
const ec = key(generateKeyPairSync("ec", { namedCurve: "P-256" }), "ec");

const server = createServer((request, response) => answer(request, response));
server.listen(0, "127.0.0.1", () => console.log(issuer()));
const issuer = () => `http://127.0.0.1:${server.address().port}`;

let provider;
async function answer(request, response) {
  provider ??= make();
  const url = new URL(request.url, issuer());
  if (url.pathname === "/next") {
    next = url.searchParams.get("account");
    response.end();
  } else if (url.pathname.startsWith("/interaction/")) {
    const result =
      next === "nobody"
        ? { error: "access_denied", error_description: "refused" }
        : { login: { accountId: next } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } else {
    provider.callback()(request, response);
  }
}

function make() {
  return new Provider(issuer(), {
    clients: [
      {
        client_id: "wenzheng",
        client_secret: "a secret: with/signs",
        redirect_uris: [redirect],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        id_token_signed_response_alg: algorithm,
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["of the test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [rsa, ec] },
    findAccount: (_, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
}
