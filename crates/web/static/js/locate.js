// Where somebody is: filled into two fields once they pressed the button and the browser asked them. Nothing asks on its own,
// nothing leaves but with the form.
{
  for (const place of document.querySelectorAll("[data-locate]")) {
    const [latitude, longitude] = place.dataset.locate.split(" ").map((id) => document.getElementById(id));
    const button = place.querySelector("[data-locate-now]");
    const failed = place.querySelector("[data-locate-failed]");
    if (!navigator.geolocation || !latitude || !longitude || !button || !failed) continue;
    const done = (missed) => {
      button.disabled = false;
      failed.hidden = !missed;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      failed.hidden = true;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          latitude.value = coords.latitude.toFixed(5);
          longitude.value = coords.longitude.toFixed(5);
          for (const field of [latitude, longitude]) field.dispatchEvent(new Event("input", { bubbles: true }));
          done(false);
        },
        () => done(true),
        { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
      );
    });
  }
}
