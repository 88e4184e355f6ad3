/* Shows what the chosen way of authentication needs: a header's name only with a header, a key only where one is sent. */
Behaviour.specify(".video-service-authentication", "video-service-authentication", 0, function (select) {
  const entries = select.closest(".jenkins-form-item").parentElement;
  const showIf = function (needed, selector) {
    const field = entries.querySelector(selector);
    if (field) {
      field.closest(".jenkins-form-item").classList[needed ? "remove" : "add"]("jenkins-hidden");
    }
  };
  const show = function () {
    showIf(select.value === "HEADER", ".video-service-header-name");
    showIf(select.value !== "NONE", ".credentials-select");
  };
  select.addEventListener("change", show);
  // the choices come from the server after the form
  select.addEventListener("filled", show);
  show();
});
