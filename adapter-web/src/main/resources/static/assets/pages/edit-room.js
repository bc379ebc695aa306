// @ts-check
/** Changing what a room is about. */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { conditionFields } from '../facets.js';
import { field, form } from '../forms.js';
import { t } from '../i18n.js';
import { goInstead } from '../router.js';
import { fromField, toField } from '../time.js';
import { GREATEST, SMALLEST } from './open-room.js';

/** @param {import('../router.js').Visit} visit */
export async function editRoomPage({ parameters, signal }) {
  const [categories, room] = await Promise.all([api.categories(), api.room(parameters.id, signal)]);
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
          await api.editRoom(room, changes());
          say(t('edit.done'));
          goInstead(`/rooms/${room.id}`);
        },
      }),
      h('p', {}, h('a', { href: `#/rooms/${room.id}` }, t('edit.back'))),
    ],
  };

  /** What was changed: a time in a field has no seconds, so one that was not touched stays out. */
  function changes() {
    const condition = what?.read();
    return {
      title: title.value,
      description: description.value,
      meetsAt: meetsAt.value === shown ? undefined : fromField(meetsAt.value),
      capacity: capacity.value === '' ? undefined : Number(capacity.value),
      condition: JSON.stringify(condition) === before ? undefined : condition,
    };
  }
}
