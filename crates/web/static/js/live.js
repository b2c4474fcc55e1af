// New work without reload: asks the server to tell when a queue or a case changed, and says so where the page has the
// place for it. Nothing is put into the page behind the reader's back: a link shows it. A page out of sight asks nothing,
// because browsers hold few connections to one server.
{
  const place = document.querySelector("[data-live]");

  const tell = (news) => {
    if (news.count !== undefined) {
      for (const shown of document.querySelectorAll(`[data-count="${CSS.escape(news.of)}"]`)) shown.textContent = grouped(news.count);
    }
    if (!news.moved && !news.changed) return;
    const text = news.changed ? say("live-case-changed") : count("live-moved", { n: news.moved });
    const link = make("a", { href: location.pathname + location.search }, say(news.changed ? "live-reload" : "live-show"));
    // what was said is not said again
    if (place.dataset.said === text) return;
    place.dataset.said = text;
    place.classList.add("told");
    place.hidden = false;
    place.replaceChildren(text, " ", link);
  };

  if (place && window.EventSource) {
    let source = null;
    const open = () => {
      if (source || document.hidden) return;
      const join = place.dataset.live.includes("?") ? "&" : "?";
      source = new EventSource(`${place.dataset.live}${join}since=${place.dataset.since}`);
      source.addEventListener("news", (event) => {
        tell(JSON.parse(event.data));
      });
      // signed out, or no longer one's matter: the next click says so
      source.addEventListener("over", close);
    };
    const close = () => {
      source?.close();
      source = null;
    };
    open();
    document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", open);
  }
}
