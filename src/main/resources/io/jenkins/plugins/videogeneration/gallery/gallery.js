/* Live progress, jumps by the sprite sheet, further pages of a gallery, and playing side by side. */
(function () {
  const BETWEEN_LOOKS = 2000;

  async function fragment(url) {
    const response = await fetch(url);
    if (!response.ok) {
      throw new Error(`${url}: ${response.status}`);
    }
    const template = document.createElement("template");
    template.innerHTML = await response.text();
    return template.content.firstElementChild;
  }

  /* Cards that change while their build runs */

  function cardOf(gallery, key) {
    return gallery.querySelector(`[data-video-key="${CSS.escape(key)}"]`);
  }

  async function draw(gallery, render) {
    const { videoGallery, videoView } = gallery.dataset;
    const card = await fragment(`${videoGallery}/render/${encodeURIComponent(render.key)}/${videoView}Fragment`);
    const old = cardOf(gallery, render.key);
    const hadFocus = old && old.contains(document.activeElement);
    if (old) {
      old.replaceWith(card);
    } else {
      gallery.querySelector("[data-video-news]").before(card);
    }
    Behaviour.applySubtree(card, true);
    if (hadFocus) {
      card.tabIndex = -1;
      card.focus();
    }
    gallery.querySelector("[data-video-news]").textContent = `${card.getAttribute("aria-label")}: ${render.status}`;
  }

  function update(card, render) {
    for (const text of card.querySelectorAll("[data-video-text]")) {
      text.textContent = render[text.dataset.videoText];
    }
    const bar = card.querySelector("progress");
    if (bar && render.progress !== undefined) {
      bar.value = render.progress;
    }
  }

  async function show(gallery, renders) {
    for (const render of renders) {
      const card = cardOf(gallery, render.key);
      if (card && card.dataset.videoState === render.state) {
        update(card, render);
      } else if (card || !gallery.dataset.videoFixed) {
        await draw(gallery, render);
      }
    }
  }

  /* A page that goes with its build asks for its part of the videos; one that shows chosen ones asks for these. */
  function question(gallery) {
    const { videoFrom, videoMost, videoFixed } = gallery.dataset;
    if (!videoFixed) {
      return new URLSearchParams({ from: videoFrom, most: videoMost });
    }
    const cards = [...gallery.querySelectorAll("[data-video-key]")];
    return new URLSearchParams(cards.map((card) => ["key", card.dataset.videoKey]));
  }

  /* Whether there is anything left to look for. */
  async function look(gallery) {
    const response = await fetch(`${gallery.dataset.videoGallery}/progress?${question(gallery)}`);
    if (response.status === 403 || response.status === 404) {
      return false;
    }
    if (response.ok) {
      const { data } = await response.json();
      await show(gallery, data.renders);
      return data.building;
    }
    return true;
  }

  function follow(gallery) {
    let timer = null;
    let goesOn = true;
    async function next() {
      try {
        goesOn = await look(gallery);
      } catch {
        // Jenkins may be starting again
        goesOn = true;
      }
      timer = null;
      wait();
    }
    function wait() {
      if (timer === null && goesOn && !document.hidden && gallery.isConnected) {
        timer = setTimeout(next, BETWEEN_LOOKS);
      }
    }
    document.addEventListener("visibilitychange", wait);
    wait();
  }

  Behaviour.specify('[data-video-gallery][data-video-live="true"]', "video-gallery-live", 0, follow);

  /* That something was copied Jenkins only shows; here it is said as well */

  Behaviour.specify(".video-card .jenkins-copy-button", "video-copied", 0, function (button) {
    const news = button.closest("[data-video-gallery]").querySelector("[data-video-news]");
    new MutationObserver(() => {
      if (button.classList.contains("jenkins-copy-button--copied")) {
        news.textContent = button.getAttribute("message");
      }
    }).observe(button, { attributeFilter: ["class"] });
  });

  /* Jumps by the sprite sheet */

  const MOST_TILES_ACROSS = 16;
  const SAMPLED_WIDTH = 320;

  /* How little a picture of the sheet is like the one before it, if the sheet is divided in this way. */
  function unrest(sheet, columns, rows) {
    const canvas = document.createElement("canvas");
    const width = Math.round(SAMPLED_WIDTH / columns);
    const height = Math.round((SAMPLED_WIDTH * sheet.naturalHeight) / sheet.naturalWidth / rows);
    canvas.width = columns * width;
    canvas.height = rows * height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(sheet, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const shift = 4 * (columns > 1 ? width : height * canvas.width);
    let sum = 0;
    for (let i = shift; i < pixels.length; i++) {
      sum += Math.abs(pixels[i] - pixels[i - shift]);
    }
    return sum / (pixels.length - shift);
  }

  /* No service says how its sheet is divided. Its pictures have the video's shape, and each is like the one before it. */
  function grid(sheet, shape) {
    const ways = [];
    for (let columns = 1; columns <= MOST_TILES_ACROSS; columns++) {
      for (let rows = 1; rows <= MOST_TILES_ACROSS; rows++) {
        const width = sheet.naturalWidth / columns;
        const height = sheet.naturalHeight / rows;
        if (columns * rows > 1 && Math.abs(Math.log(width / height / shape)) < 0.02) {
          ways.push({ columns, rows, width, height, unrest: unrest(sheet, columns, rows) });
        }
      }
    }
    return ways.sort((one, other) => one.unrest - other.unrest)[0] || null;
  }

  Behaviour.specify("[data-video-sheet]", "video-scrub", 0, function (scrub) {
    const [width, height] = scrub.dataset.videoSize.split("x").map(Number);
    const canvas = scrub.querySelector("canvas");
    const slider = scrub.querySelector("input");
    const video = scrub.closest("article").querySelector("video");
    const sheet = new Image();
    sheet.addEventListener("load", function () {
      const tiles = grid(sheet, width / height);
      if (tiles === null) {
        return;
      }
      const count = tiles.columns * tiles.rows;
      slider.max = count - 1;
      canvas.width = tiles.width;
      canvas.height = tiles.height;
      function draw() {
        const place = Number(slider.value);
        const x = (place % tiles.columns) * tiles.width;
        const y = Math.floor(place / tiles.columns) * tiles.height;
        canvas.getContext("2d").drawImage(sheet, x, y, tiles.width, tiles.height, 0, 0, canvas.width, canvas.height);
      }
      slider.addEventListener("input", draw);
      slider.addEventListener("change", function () {
        if (Number.isFinite(video.duration)) {
          video.currentTime = (Number(slider.value) / count) * video.duration;
        }
      });
      draw();
      scrub.hidden = false;
    });
    sheet.src = scrub.dataset.videoSheet;
  });

  /* Further pages: the link names the view that has the next one's elements alone */

  Behaviour.specify("[data-video-more]", "video-more", 0, function (link) {
    const place = link.parentElement;
    async function more(event) {
      if (event) {
        event.preventDefault();
      }
      if (link.getAttribute("aria-busy")) {
        return;
      }
      link.setAttribute("aria-busy", "true");
      try {
        const builds = await fragment(link.href.replace(/\/?\?/, `/${link.dataset.videoMore}?`));
        const hadFocus = document.activeElement === link;
        place.replaceWith(builds);
        Behaviour.applySubtree(builds, true);
        if (hadFocus) {
          builds.querySelector("a, button")?.focus();
        }
      } catch {
        // the link still leads there
        link.removeAttribute("aria-busy");
        link.removeEventListener("click", more);
      }
    }
    link.addEventListener("click", more);
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        more();
      }
    }).observe(place);
  });

  /* Side by side */

  const MOST_APART = 0.25;

  Behaviour.specify("[data-video-both]", "video-both", 0, function (button) {
    const videos = () => [...document.querySelectorAll(".video-sides video")];

    /* One that had to wait for its data goes on where the first one is by then. */
    function keepInStep() {
      const [first, ...others] = videos();
      for (const video of others) {
        if (!video.paused && Math.abs(video.currentTime - first.currentTime) > MOST_APART) {
          video.currentTime = Math.min(first.currentTime, video.duration);
        }
      }
    }

    button.hidden = ![...document.querySelectorAll(".video-sides")].some(
      (pair) => pair.querySelectorAll("video").length === 2,
    );
    button.addEventListener("click", function () {
      const play = videos().every((video) => video.paused);
      for (const video of videos()) {
        if (play) {
          video.currentTime = 0;
          video.muted = true;
          // one that cannot be played says so itself, and holds up no other
          video.play().catch(() => {});
        } else {
          video.pause();
        }
      }
      videos()[0].ontimeupdate = play ? keepInStep : null;
    });
  });
})();
