// The countdown until the cases are locked, and the cover when they are. Every page works without this file: the server
// locks by itself, and keeps what is sent to a locked page.
(function () {
  "use strict";

  function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }

  // ---- Passphrases can be shown while they are typed ----

  all("[data-show-passphrase]").forEach(function (box) {
    var tick = box.querySelector("input"), fields = all("input[type=password]", box.closest("form"));
    box.hidden = false;
    tick.addEventListener("change", function () {
      fields.forEach(function (field) { field.type = tick.checked ? "text" : "password"; });
    });
  });

  var data = document.getElementById("lock-cover");
  if (!data) { return; }

  var WARN = 120, BEAT = 60, SECOND = 1000;
  var warning = document.getElementById("lock-warning");
  var channel = "BroadcastChannel" in window ? new BroadcastChannel("ombud-lock") : null;
  var deadline = 0, beatAt = 0, cover = null, hidden = [], focused = null, title = document.title, asking = false;

  function now() { return Date.now(); }
  function left() { return Math.max(0, Math.round((deadline - now()) / SECOND)); }

  function tell(message) { if (channel) { channel.postMessage(message); } }

  function ask(address, body) {
    return fetch(address, {
      method: body ? "POST" : "GET",
      body: body,
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store"
    });
  }

  function token() {
    var field = document.querySelector("[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  // ---- How long it is open ----

  function open(seconds) {
    deadline = now() + seconds * SECOND;
    tell({ deadline: deadline, person: data.dataset.person });
    show();
  }

  function show() {
    var seconds = left(), minutes = Math.ceil(seconds / 60), say = data.dataset;
    var text = seconds > WARN ? say.sayMinutes.replace("%s", minutes)
      : seconds > 60 ? say.sayMinutes.replace("%s", 2)
      : say.saySeconds.replace("%s", Math.ceil(seconds / 10) * 10);
    all("[data-lock-left]").forEach(function (node) { if (node.textContent !== text) { node.textContent = text; } });
    if (warning) { warning.hidden = cover !== null || seconds > WARN; }
  }

  function stay() {
    if (asking || cover) { return; }
    asking = true;
    beatAt = now();
    ask(data.dataset.stay, new FormData()).then(answer).catch(function () {}).then(function () { asking = false; });
  }

  function look() {
    return ask(data.dataset.state).then(answer);
  }

  function answer(response) {
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) { lock(true); return null; }
    return response.json().then(function (state) {
      if (state.unlocked && state.person === data.dataset.person) { open(state.seconds); } else { lock(false); }
    });
  }

  function tick() {
    if (cover) { return; }
    if (left() <= 0) {
      // Another window may have worked on, or the computer slept: the server knows.
      deadline = now() + 5 * SECOND;
      look().catch(function () { lock(false); });
      return;
    }
    show();
  }

  ["keydown", "pointerdown", "pointermove", "input", "scroll"].forEach(function (kind) {
    // Told at most once a minute, and when it happens: nobody's idle time is counted short.
    document.addEventListener(kind, function () {
      if (now() - beatAt >= BEAT * SECOND) { stay(); }
    }, { passive: true, capture: true });
  });
  if (warning) {
    warning.querySelector("[data-lock-stay]").addEventListener("click", function () { stay(); });
  }

  // ---- The cover ----

  function lock(ended) {
    if (!cover) { cover_page(); }
    cover.querySelector("[data-lock-gone]").hidden = !ended;
    tell({ locked: true, person: data.dataset.person });
  }

  function cover_page() {
    focused = document.activeElement;
    cover = data.content.cloneNode(true).querySelector("[data-lock-cover]");
    hidden = Array.prototype.slice.call(document.body.children).filter(function (node) { return !node.hidden; });
    // Out of sight and out of the accessibility tree, yet still there: typed text stays where it is.
    hidden.forEach(function (node) { node.hidden = true; node.inert = true; });
    document.body.appendChild(cover);
    document.body.classList.add("locked");
    title = document.title;
    document.title = data.dataset.sayTitle;
    cover.querySelector("form").addEventListener("submit", unlock);
    cover.querySelector("[name=passphrase]").focus();
  }

  function uncover() {
    if (!cover) { return; }
    cover.remove();
    cover = null;
    hidden.forEach(function (node) { node.hidden = false; node.inert = false; });
    document.body.classList.remove("locked");
    document.title = title;
    if (focused && focused.focus) { focused.focus(); }
    show();
  }

  function unlock(event) {
    event.preventDefault();
    var field = cover.querySelector("[name=passphrase]"), button = cover.querySelector("button");
    var form = new FormData();
    form.set("passphrase", field.value);
    form.set("next", location.pathname);
    button.disabled = true;
    // The session may have begun anew: the mark of origin is asked for first.
    look_for_mark().then(function (mark) {
      if (mark) { form.set("csrfmiddlewaretoken", mark); }
      return ask(data.dataset.unlock, form);
    }).then(function (response) {
      if (response.type === "opaqueredirect") { gone(); return null; }
      return response.json().then(function (said) {
        if (said.unlocked && said.person !== data.dataset.person) { problem(data.dataset.sayOther); }
        else if (said.unlocked) { field.value = ""; renew(said.csrf, said.maker); uncover(); open(said.seconds); tell({ unlocked: true, csrf: said.csrf, maker: said.maker, seconds: said.seconds, person: said.person }); }
        else { problem((said.problems || []).join(" ")); }
      });
    }).catch(function () { problem(data.dataset.sayFailed); }).then(function () {
      if (button) { button.disabled = false; }
    });
  }

  function look_for_mark() {
    return ask(data.dataset.state).then(function (response) {
      if (response.type === "opaqueredirect") { throw new Error("ended"); }
      return response.json();
    }).then(function (state) {
      if (state.person !== data.dataset.person) { problem(data.dataset.sayOther); }
      renew(state.csrf, "");
      return state.csrf;
    }).catch(function (error) { if (error.message === "ended") { gone(); } throw error; });
  }

  function renew(csrf, maker) {
    if (csrf) { all("[name=csrfmiddlewaretoken]").forEach(function (field) { field.value = csrf; }); }
    if (maker) { all("[name=kept_for]").forEach(function (field) { field.value = maker; }); }
  }

  function gone() { cover.querySelector("[data-lock-gone]").hidden = false; }

  function problem(text) {
    var box = cover.querySelector("[data-lock-problem]"), field = cover.querySelector("[name=passphrase]");
    box.querySelector(".alert-text").textContent = text;
    box.hidden = !text;
    field.select();
    field.focus();
  }

  // ---- Locking by hand keeps what was typed on the page ----

  all("form[data-lock-now]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var body = new FormData(form);
      ask(form.action, body).then(function () { lock(false); }).catch(function () { form.submit(); });
    });
  });

  document.addEventListener("ombud-locked", function () { lock(false); });

  if (channel) {
    channel.addEventListener("message", function (event) {
      var said = event.data;
      if (said.person !== data.dataset.person) { return; }
      if (said.locked && !cover) { cover_page(); }
      if (said.unlocked) { deadline = now() + said.seconds * SECOND; renew(said.csrf, said.maker); uncover(); show(); }
      if (said.deadline && !cover) { deadline = said.deadline; show(); }
    });
  }

  // Going back may show a page as it was; the server says whether it may still be seen.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { look().catch(function () { lock(false); }); }
  });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { tick(); } });

  beatAt = now();
  open(parseInt(data.dataset.seconds, 10));
  window.setInterval(tick, SECOND);
})();
