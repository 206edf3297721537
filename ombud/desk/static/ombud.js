// Enhancements only: every page works without this file.
(function () {
  "use strict";

  var DRAFT = "ombud-draft:";

  function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }

  // Ctrl+Enter sends the form that is the page's main work.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) { return; }
    // Under the cover of a locked page nothing is sent.
    if (document.body.classList.contains("locked")) { return; }
    var form = document.querySelector("form[data-main]");
    if (form) {
      event.preventDefault();
      // Leaving the field lets it take what was typed in it.
      if (form.contains(document.activeElement)) { document.activeElement.blur(); }
      form.requestSubmit(form.querySelector("[data-submit]"));
    }
  });

  // ---- Matters: rows come and go without a new page ----

  function renumber(rows) {
    var items = all(".matter", rows);
    items.forEach(function (row, index) {
      var old = row.dataset.row, now = "matters-" + index;
      all("[name], [id], [for], [data-note-for], [aria-describedby]", row).forEach(function (node) {
        ["name", "id", "for", "data-note-for", "aria-describedby", "list"].forEach(function (attribute) {
          var value = node.getAttribute(attribute);
          if (value) { node.setAttribute(attribute, value.split(old).join(now)); }
        });
      });
      row.dataset.row = now;
      row.querySelector(".matter-number").textContent = index + 1;
      row.querySelector("[data-role]").textContent = rows.dataset[index ? "followOn" : "main"];
      var remove = row.querySelector("[data-remove-row]");
      if (remove) {
        remove.value = "remove-" + index;
        remove.hidden = items.length === 1;
        remove.querySelector("span").textContent = " " + (index + 1);
      }
    });
    rows.querySelector("[data-count]").value = items.length;
  }

  function addRow(rows) {
    var copy = document.querySelector("[data-row-template]").content.cloneNode(true);
    var row = copy.querySelector(".matter");
    rows.insertBefore(copy, rows.querySelector("[data-add-row]"));
    renumber(rows);
    enhance(row);
    return row;
  }

  document.addEventListener("click", function (event) {
    var add = event.target.closest("[data-add-row]"), remove = event.target.closest("[data-remove-row]");
    if (add) {
      event.preventDefault();
      var first = addRow(add.closest("[data-rows]")).querySelector("input:not([type=hidden]), select:not([hidden])");
      if (first) { first.focus(); }
      add.form.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (remove) {
      event.preventDefault();
      var rows = remove.closest("[data-rows]"), form = remove.form;
      remove.closest(".matter").remove();
      renumber(rows);
      rows.querySelector("[data-add-row]").focus();
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  // ---- Type to find in a long select ----

  function label(option) {
    var group = option.parentNode.label;
    return option.value && group ? option.textContent.trim() + " · " + group : "";
  }

  function finder(select) {
    var list = document.createElement("datalist"), input = document.createElement("input"), problem = document.createElement("p");
    list.id = select.id + "-list";
    all("option", select).forEach(function (option) {
      if (label(option)) { list.appendChild(new Option(label(option), label(option))); }
    });
    input.type = "text";
    input.id = select.id;
    input.className = "form-input";
    input.autocomplete = "off";
    input.setAttribute("list", list.id);
    problem.className = "finder-problem";
    problem.id = select.id + "-finder-problem";
    input.setAttribute("aria-describedby", ((select.getAttribute("aria-describedby") || "") + " " + problem.id).trim());
    if (select.hasAttribute("aria-invalid")) { input.setAttribute("aria-invalid", "true"); }
    select.removeAttribute("id");
    select.hidden = true;
    select.after(input, list, problem);

    function show() {
      var option = select.selectedOptions[0];
      input.value = option ? label(option) : "";
      input.removeAttribute("data-unknown");
      say("");
      note(select, input.id);
    }
    function say(text) {
      problem.textContent = text;
      if (text) { input.setAttribute("aria-invalid", "true"); } else { input.removeAttribute("aria-invalid"); }
    }
    // Text that comes or goes moves the page: not while the button below is being clicked.
    function later(work) { window.setTimeout(work, 250); }
    function choose() {
      var typed = input.value.trim().toLowerCase();
      var options = all("option", select).filter(label);
      var found = options.filter(function (option) { return label(option).toLowerCase() === typed; });
      if (!found.length && typed) {
        found = options.filter(function (option) { return option.textContent.trim().toLowerCase() === typed; });
      }
      if (!found.length && typed) {
        found = options.filter(function (option) { return label(option).toLowerCase().indexOf(typed) >= 0; });
      }
      if (typed && found.length !== 1) {
        select.value = "";
        input.setAttribute("data-unknown", "");
        later(function () {
          note(select, input.id);
          say(document.querySelector("[data-rows]").dataset[found.length ? "saySeveral" : "sayUnknown"]);
        });
        return;
      }
      select.value = found.length ? found[0].value : "";
      input.value = found.length ? label(found[0]) : "";
      input.removeAttribute("data-unknown");
      later(function () { say(""); note(select, input.id); });
      select.form.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // Enter takes what is typed and goes on to the next field: it does not register a form half filled in.
    input.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented) { return; }
      event.preventDefault();
      var next = select.closest(".matter") && select.closest(".matter").querySelector("select:not([hidden])");
      if (next) { next.focus(); } else { input.blur(); }
    });
    input.addEventListener("change", choose);
    input.addEventListener("focus", function () { input.select(); });
    select.ombudShow = show;
    show();
  }

  function note(select, id) {
    var place = all("[data-note-for]").filter(function (node) { return node.dataset.noteFor === id; })[0];
    var option = select.selectedOptions[0];
    if (place) { place.textContent = (option && option.dataset.note) || ""; }
  }

  function enhance(inside) {
    all("select[data-find]:not([hidden])", inside).forEach(finder);
  }

  document.addEventListener("submit", function (event) {
    var unknown = event.target.querySelector("[data-unknown]");
    var wish = event.submitter && event.submitter.value;
    if (unknown && wish !== "add") {
      event.preventDefault();
      unknown.focus();
    }
  });

  // ---- Drafts: what was typed survives an expired session (codes and dates only) ----

  function entries(form) {
    return Array.from(new FormData(form).entries()).filter(function (pair) {
      var field = form.elements[pair[0]];
      return pair[0] !== "csrfmiddlewaretoken" && !(field && field.dataset && "fresh" in field.dataset);
    });
  }

  function fill(form, pairs) {
    var rows = form.querySelector("[data-rows]"), values = {};
    pairs.forEach(function (pair) { (values[pair[0]] = values[pair[0]] || []).push(pair[1]); });
    var wanted = parseInt((values["matters-count"] || ["1"])[0], 10);
    while (rows && all(".matter", rows).length < wanted) { addRow(rows); }
    while (rows && all(".matter", rows).length > Math.max(wanted, 1)) { all(".matter", rows).pop().remove(); renumber(rows); }
    Array.from(form.elements).forEach(function (field) {
      if (!field.name || field.name === "csrfmiddlewaretoken" || "fresh" in field.dataset || field.type === "submit") { return; }
      var given = values[field.name] || [];
      if (field.type === "radio" || field.type === "checkbox") { field.checked = given.indexOf(field.value) >= 0; }
      else if (given.length) { field.value = given[0]; }
      if (field.ombudShow) { field.ombudShow(); }
    });
  }

  function draft(form) {
    var key = DRAFT + location.pathname, start = JSON.stringify(entries(form)), kept = sessionStorage.getItem(key);
    if (kept && kept !== start && !form.hasAttribute("data-typed")) {
      fill(form, JSON.parse(kept));
      form.querySelector("[data-draft-notice]").hidden = false;
    }
    form.addEventListener("input", function () {
      var now = JSON.stringify(entries(form));
      if (now === start && !form.hasAttribute("data-typed")) { sessionStorage.removeItem(key); } else { sessionStorage.setItem(key, now); }
    });
    all("[data-draft-clear], [data-draft-forget]", document).forEach(function (button) {
      button.addEventListener("click", function () {
        sessionStorage.removeItem(key);
        if (button.hasAttribute("data-draft-clear")) { location.assign(location.pathname); }
      });
    });
  }

  function forget(prefix) {
    Object.keys(sessionStorage).forEach(function (key) {
      if (key.indexOf(DRAFT + prefix) === 0) { sessionStorage.removeItem(key); }
    });
  }

  // ---- Start ----

  all("[data-done]").forEach(function (node) { sessionStorage.removeItem(DRAFT + node.dataset.done); });
  all("form[data-forgets]").forEach(function (form) { form.addEventListener("submit", function () { forget(""); }); });
  enhance(document);
  all("form[data-draft]").forEach(draft);
  var errors = document.getElementById("errors");
  if (errors) { errors.focus(); }
})();
