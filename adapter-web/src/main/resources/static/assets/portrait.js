// @ts-check
/** Pictures of members, which only members see: they are fetched as everything else is. */
import * as api from './api.js';
import { fill, h } from './dom.js';
import { Problem } from './http.js';
import { t } from './i18n.js';

/** The most that an upload may have. */
const MOST_BYTES = 1024 * 1024;

/** Larger than what is ever shown. */
const SIDE = 512;

/**
 * A member's picture, or the first letter of the nickname.
 *
 * @param {import('./api.js').Profile} member
 * @param {RequestCache} [cache]
 */
export function portrait({ id, nickname, picture }, cache) {
  const frame = h('span', { class: 'portrait', 'aria-hidden': 'true' }, [...nickname][0]);
  if (picture) load();
  return frame;

  async function load() {
    try {
      const address = URL.createObjectURL(await api.picture(id, cache));
      const image = h('img', { src: address, alt: '', onload: free, onerror: free });
      fill(frame, image);

      function free() {
        URL.revokeObjectURL(address);
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
  }
}

/**
 * A file that can be uploaded: the one chosen, or a smaller picture of the same. It fails with a
 * Problem where this browser sees no picture in it.
 *
 * @param {File} file
 * @returns {Promise<Blob>}
 */
export async function fitForUpload(file) {
  if (['image/png', 'image/jpeg'].includes(file.type) && file.size <= MOST_BYTES) return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.min(image.width, image.height));
    const canvas = h('canvas', { width: Math.ceil(image.width * scale), height: Math.ceil(image.height * scale) });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    return await new Promise((resolve, reject) =>
      canvas.toBlob((smaller) => (smaller ? resolve(smaller) : reject()), 'image/jpeg', 0.9),
    );
  } catch {
    throw new Problem(415, { detail: t('picture.notOne') });
  }
}
