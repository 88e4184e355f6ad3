/* Fills in what is known about a family of servers when it is chosen; everything can be changed afterwards. */
Behaviour.specify(".video-service-presets", "video-service-preset", 0, function (source) {
  const entries = source.parentElement;
  const select = entries.querySelector(".video-service-preset");
  const presets = JSON.parse(source.dataset.presets);
  select.addEventListener("change", function () {
    Object.entries(presets[select.value] || {}).forEach(function ([name, value]) {
      const field = entries.querySelector(`[name="_.${name}"]`);
      if (field) {
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  });
});
