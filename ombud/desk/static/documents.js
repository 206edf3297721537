// Says before anything is sent that the chosen files are too large. The server says so too.
"use strict";
(function () {
  var form = document.querySelector("form[data-largest]");
  if (!form) { return; }
  var problem = form.querySelector("[data-problem]");
  function tooLarge() {
    var size = 0;
    form.querySelectorAll("input[type=file]").forEach(function (input) {
      Array.prototype.forEach.call(input.files, function (file) { size += file.size; });
    });
    return size > Number(form.dataset.largest);
  }
  form.addEventListener("change", function () { problem.textContent = tooLarge() ? form.dataset.tooLarge : ""; });
  form.addEventListener("submit", function (event) {
    if (tooLarge()) {
      event.preventDefault();
      problem.textContent = form.dataset.tooLarge;
    }
  });
})();
