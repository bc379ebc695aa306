// @ts-check
/** Changing what a room is about. */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { conditionFields } from '../facets.js';
import { field, form } from '../forms.js';
import { Problem } from '../http.js';
import { t } from '../i18n.js';
import { goInstead } from '../router.js';
import { fromField, longDate, toField } from '../time.js';
import { GREATEST, SMALLEST } from './open-room.js';

/** @param {import('../router.js').Visit} visit */
export async function editRoomPage({ parameters, signal }) {
  const [categories, found] = await Promise.all([api.categories(), api.room(parameters.id, signal)]);
  let room = found;
  const category = categories.find((one) => one.key === room.category);
  const title = h('input', { name: 'title', value: room.title });
  const description = h('textarea', { name: 'description', rows: 4 }, room.description);
  const shown = toField(new Date(room.meetsAt));
  const meetsAt = h('input', { type: 'datetime-local', name: 'meetsAt', min: toField(new Date()), value: shown });
  const capacity = h('input', { type: 'number', name: 'capacity', min: SMALLEST, max: GREATEST, value: room.seats.capacity, inputmode: 'numeric' });
  const what = category && conditionFields(category, room.condition);
  const before = JSON.stringify(what?.read());
  return {
    title: t('edit.title'),
    content: [
      h('p', { class: 'quiet-text' }, t('edit.lead')),
      form({
        fields: [
          field(t('open.name'), title, { pointer: '/title' }),
          ...(what?.elements ?? []),
          field(t('open.meetsAt'), meetsAt, { pointer: '/meetsAt' }),
          field(t('open.capacity'), capacity, { pointer: '/capacity', hint: t('open.capacityHint') }),
          field(t('open.description'), description, { pointer: '/description' }),
        ],
        submit: t('edit.save'),
        async onSubmit() {
          await save();
          say(t('edit.done'));
          goInstead(`/rooms/${room.id}`);
        },
      }),
      h('p', {}, h('a', { href: `#/rooms/${room.id}` }, t('edit.back'))),
    ],
  };

  /**
   * Somebody who joined or left meanwhile is no reason to ask again. Where the room itself was
   * changed that is told, and the next attempt replaces it.
   */
  async function save() {
    try {
      await api.editRoom(room, changes());
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== 'STALE_VERSION') throw problem;
      const seen = room;
      room = await api.room(seen.id, signal);
      if (about(room) !== about(seen)) {
        const detail = t('edit.conflict', { title: room.title, seats: room.seats.capacity, time: longDate(room.meetsAt) });
        throw new Problem(problem.status, { code: problem.code, detail });
      }
      await api.editRoom(room, changes());
    }
  }

  /** What was changed here: the rest stays as it is, whoever changed it. */
  function changes() {
    const condition = what?.read();
    return {
      title: title.value === found.title ? undefined : title.value,
      description: description.value === found.description ? undefined : description.value,
      // A time in a field has no seconds.
      meetsAt: meetsAt.value === shown ? undefined : fromField(meetsAt.value),
      capacity: capacity.value === '' || Number(capacity.value) === found.seats.capacity ? undefined : Number(capacity.value),
      condition: JSON.stringify(condition) === before ? undefined : condition,
    };
  }
}

/** All of a room that its host can change. @param {import('../api.js').Room} room */
export const about = ({ title, description, meetsAt, seats, condition }) =>
  JSON.stringify([title, description, meetsAt, seats.capacity, condition]);
