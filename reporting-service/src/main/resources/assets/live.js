// Moves the page: a snapshot, then changes, over one EventSource. Without it the page is complete, it only stands still.
(() => {
  "use strict";

  const body = document.body;
  const number = new Intl.NumberFormat(body.dataset.lang);
  const time = new Intl.DateTimeFormat("vi", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Ho_Chi_Minh" });

  const mark = document.getElementById("mark");
  let silentSince = null;

  function say(state) {
    const text = mark.dataset[state];
    mark.lastElementChild.textContent = state === "since" ? text + " " + time.format(silentSince) : text;
    mark.className = "badge " + (state === "live" ? "info" : "warn");
  }

  /** Fades a changed number in, once. */
  function write(element, text) {
    if (element && element.textContent !== text) {
      element.textContent = text;
      element.classList.remove("changed");
      void element.offsetWidth;
      element.classList.add("changed");
    }
  }

  const at = (object, path) => path.split(".").reduce((part, name) => part[name], object);
  const percent = (part, whole) => (whole ? Math.min(100, Math.round((100 * part) / whole)) : 0);

  function showTotals(overview) {
    const registered = overview.registered.total;
    document.querySelectorAll("[data-value]").forEach((one) => write(one, number.format(at(overview, one.dataset.value))));
    document.querySelectorAll("[data-share]").forEach((one) => write(one, percent(at(overview, one.dataset.share), registered) + "%"));
    document.querySelectorAll("[data-band]").forEach((one) => one.setAttribute("y", 100 - percent(at(overview, one.dataset.band), registered)));
    const { checked, holding } = overview.identities;
    const badge = document.getElementById("identities");
    badge.className = "badge " + (checked === holding ? "good" : "bad");
    badge.textContent = checked === holding ? badge.dataset.good : badge.dataset.bad;
  }

  function showFields(fields) {
    const largest = Math.max(1, ...fields.map((field) => field.total));
    fields.forEach((field) => {
      const row = document.querySelector(`[data-field="${CSS.escape(field.code)}"]`);
      row.querySelectorAll("[data-cell]").forEach((cell) => write(cell, number.format(field[cell.dataset.cell])));
      row.querySelectorAll("[data-bar]").forEach((bar) => bar.setAttribute("width", (100 * field[bar.dataset.bar]) / largest));
    });
  }

  function showSteps(steps, registered) {
    steps.forEach((step) => {
      const row = document.querySelector(`[data-step="${CSS.escape(step.code)}"]`);
      row.querySelectorAll("[data-cell]").forEach((cell) => write(cell, number.format(step[cell.dataset.cell])));
      row.querySelector(".badge").classList.toggle("gone", step.overdue === 0);
      row.querySelector("[data-done]").setAttribute("width", percent(step.done, registered));
    });
  }

  function showTracks(tracks, registered) {
    const bands = document.querySelectorAll("[data-track-band]");
    tracks.forEach((track, index) => {
      const row = document.querySelector(`[data-track="${CSS.escape(track.track)}"]`);
      row.querySelectorAll("[data-cell]").forEach((cell) => write(cell, number.format(track[cell.dataset.cell])));
      bands[index].setAttribute("y", 100 - percent(track.total, registered));
    });
  }

  function line(item) {
    const row = document.createElement("li");
    row.dataset.id = item.id;
    row.className = "new";
    const when = document.createElement("time");
    when.dateTime = item.at;
    when.textContent = time.format(new Date(item.at));
    const what = document.createElement("div");
    const unit = document.createElement("small");
    unit.textContent = item.unit;
    if (item.name) {
      const name = document.createElement("b");
      name.textContent = item.name;
      what.append(name, " ");
    }
    what.append(item.text, unit);
    row.append(when, what);
    return row;
  }

  /** Rows that are there stay as they are, so that nothing jumps under the pointer more than it must. */
  function showFeed(items) {
    const list = document.getElementById("feed");
    const there = new Map([...list.children].map((row) => [row.dataset.id, row]));
    list.replaceChildren(...items.map((item) => there.get(item.id) || line(item)));
    document.getElementById("quiet").classList.toggle("gone", items.length > 0);
  }

  function sameRows(overview) {
    const shown = (name) => [...document.querySelectorAll(`[data-${name}]`)].map((row) => row.dataset[name]).join();
    return shown("field") === overview.fields.map((field) => field.code).join()
      && shown("step") === overview.steps.map((step) => step.code).join()
      && shown("track") === overview.awarded.map((track) => track.track).join();
  }

  function show(message) {
    const { overview, feed } = JSON.parse(message.data);
    if (!sameRows(overview)) {
      location.reload(); // a programme with other fields or steps has come, or an award of another track: the page is drawn anew
      return;
    }
    showTotals(overview);
    showFields(overview.fields);
    showSteps(overview.steps, overview.registered.total);
    showTracks(overview.awarded, overview.registered.total);
    showFeed(feed);
    say("live");
    silentSince = null;
  }

  const address = new URLSearchParams({ lang: body.dataset.lang });
  if (body.dataset.programme) address.set("programme", body.dataset.programme);
  if (body.dataset.asOf) address.set("asOf", body.dataset.asOf);

  let source;
  function open() {
    source = new EventSource("/live?" + address);
    source.addEventListener("snapshot", show);
    source.addEventListener("change", show);
    source.addEventListener("open", () => say("live"));
    source.addEventListener("error", () => {
      silentSince = silentSince || new Date();
      say(Date.now() - silentSince > 5000 ? "since" : "joining");
      if (source.readyState === EventSource.CLOSED) {
        // The browser gives up after a refusal; we do not.
        setTimeout(open, 5000);
      }
    });
  }
  open();

  document.querySelectorAll(".scope select, .scope input").forEach((control) => {
    control.addEventListener("change", () => {
      if (control.name === "programme") control.form.elements.asOf.value = "";
      control.form.submit();
    });
  });
})();
