// Enhancements only: every page works without this file.
(function () {
  "use strict";

  // The summary of errors gets the focus, so that a screen reader reads it first.
  function focusErrors() {
    var errors = document.getElementById("errors");
    if (errors) { errors.focus(); }
  }

  // Ctrl+Enter sends the form that is marked as the page's main work.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) { return; }
    var form = document.querySelector("form[data-main]");
    if (form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("[data-submit]"));
    }
  });

  focusErrors();
})();
