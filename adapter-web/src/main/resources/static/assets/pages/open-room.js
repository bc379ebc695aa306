// @ts-check
/** Opening a room. */
import * as api from '../api.js';
import { h, say } from '../dom.js';
import { categoryFields } from '../facets.js';
import { field, form, tick } from '../forms.js';
import { t } from '../i18n.js';
import { goInstead } from '../router.js';
import { fromField, fullHourIn, toField } from '../time.js';

/** How many a room may hold. */
export const SMALLEST = 2;
export const GREATEST = 20;

/** @param {import('../router.js').Visit} visit */
export async function openRoomPage({ query }) {
  const categories = await api.categories();
  const title = h('input', { name: 'title' });
  const description = h('textarea', { name: 'description', rows: 4 });
  const meetsAt = h('input', { type: 'datetime-local', name: 'meetsAt', min: toField(new Date()), value: toField(fullHourIn(2)) });
  const capacity = h('input', { type: 'number', name: 'capacity', min: SMALLEST, max: GREATEST, value: 4, inputmode: 'numeric' });
  const anonymous = h('input', { type: 'checkbox', name: 'anonymous' });
  const what = categoryFields(categories, query.get('category'), () => []);
  return {
    title: t('open.title'),
    content: [
      form({
        fields: [
          field(t('open.name'), title, { pointer: '/title' }),
          ...what.elements,
          field(t('open.meetsAt'), meetsAt, { pointer: '/meetsAt' }),
          field(t('open.capacity'), capacity, { pointer: '/capacity', hint: t('open.capacityHint') }),
          field(t('open.description'), description, { pointer: '/description' }),
          tick(t('open.anonymous'), anonymous),
        ],
        submit: t('home.open'),
        async onSubmit() {
          const room = await api.openRoom({
            title: title.value,
            description: description.value,
            ...what.read(),
            meetsAt: fromField(meetsAt.value),
            capacity: capacity.value === '' ? null : Number(capacity.value),
            anonymous: anonymous.checked,
          });
          say(t('open.done'));
          goInstead(`/rooms/${room.id}`);
        },
      }),
    ],
  };
}
