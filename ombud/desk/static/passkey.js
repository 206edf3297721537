// Passkeys need JavaScript: what belongs to them is shown only where they can work, and a failure is told.
(function () {
  "use strict";

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  document.addEventListener("DOMContentLoaded", function () {
    var works = Boolean(window.PublicKeyCredential) && window.isSecureContext;
    all("[data-passkey]").forEach(function (node) { node.hidden = !works; });
    all("[data-without-passkey]").forEach(function (node) { node.hidden = works; });
  });

  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    all("[data-passkey-problem]").forEach(function (node) { node.hidden = false; });
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-passkey] button")) {
      all("[data-passkey-problem]").forEach(function (node) { node.hidden = true; });
    }
  });
})();
