/* What a browser keeps of a published reader, so that it works without a network after the first visit. A page comes from
   the network where there is one; the list and its version are put in when the site is built. */
"use strict";

{
  const VERSION = "";
  /** @type {string[]} */
  const FILES = [];
  const NAME = `reader ${registration.scope} ${VERSION}`;
  const ONCE = 6; // files that are fetched at the same time

  async function keep() {
    const cache = await caches.open(NAME);
    const waiting = [...FILES];
    const one = async () => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        try { await cache.add(file); } catch { /* what is missing leaves the others */ }
      }
    };
    await Promise.all(Array.from({ length: ONCE }, one));
  }

  async function forget() {
    const others = (await caches.keys()).filter((name) => name.startsWith(`reader ${registration.scope} `) && name !== NAME);
    await Promise.all(others.map((name) => caches.delete(name)));
    await clients.claim();
  }

  async function answer(request) {
    const cache = await caches.open(NAME);
    try {
      return await fetch(request);
    } catch (error) {
      // The address of a file may say which version it is of, that of a page what is searched for.
      const kept = (await cache.match(request, { ignoreSearch: true })) ?? (await cache.match(`${request.url.split(/[?#]/)[0]}index.html`));
      if (kept) return kept;
      throw error;
    }
  }

  addEventListener("install", (event) => { skipWaiting(); event.waitUntil(keep()); });
  addEventListener("activate", (event) => event.waitUntil(forget()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method === "GET" && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
  });
}
