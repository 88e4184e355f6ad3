/* Gives each field the name that stands above it, which Jenkins shows to the eye alone. */
Behaviour.specify(".video-generation-field-names", "video-generation-field-names", 0, function (marker) {
  const titleOf = function (field) {
    if (field.type === "checkbox") {
      return field.nextElementSibling;
    }
    const item = field.closest(".jenkins-form-item");
    return item && Array.from(item.children).find((child) => child.classList.contains("jenkins-form-label"));
  };
  marker.parentElement.querySelectorAll("input, select, textarea").forEach(function (field) {
    const title = field.type === "hidden" || field.hasAttribute("aria-label") ? null : titleOf(field);
    // the link to the help beside it is no part of its name
    const name = title && title.firstChild ? title.firstChild.textContent.trim() : "";
    if (name) {
      field.setAttribute("aria-label", name);
    }
  });
});
