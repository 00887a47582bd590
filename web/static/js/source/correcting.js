import { h } from '../shared/dom.js';
import { correctMeeting } from '../shared/api.js';
import { t } from '../shared/strings.js';

const FORM = t('A day is written 2024-05-14, several 2024-05-14/2024-05-16.');
/** What the values are called that can be corrected. */
export const LABELS = { date: t('Date'), place: t('Place'), title: t('Title'), body: t('Body') };

/**
 * A form that corrects a meeting's date, place, title and body. Only what was changed is sent.
 * @param {object} meeting its record
 * @param {string|null} day that its report is of
 * @param {{saved: (detail: object) => void, cancelled: () => void}} after
 */
export function correctionForm(meeting, day, { saved, cancelled }) {
  const before = { date: dateOf(day, meeting), place: meeting.place?.value, title: meeting.title?.value, body: meeting.body?.value };
  const fault = h('p', { class: 'fault', id: `fault-${meeting.id}`, role: 'alert', testid: 'correction-error' });
  const hint = h('p', { class: 'meta', id: `form-${meeting.id}` }, FORM);
  const boxes = Object.entries(before).map(([name, value]) => h('input', {
    class: 'filter', type: 'text', name, value: value ?? '', maxlength: 300, autocomplete: 'off', dir: 'auto', testid: `correct-${name}`,
    'aria-describedby': name === 'date' ? `${hint.id} ${fault.id}` : fault.id,
  }));
  const save = h('button', { class: 'button strong', type: 'submit', testid: 'save-correction' }, t('Save'));
  const field = (box) => h('label', {}, h('span', { class: 'field-label' }, LABELS[box.name]), box);
  const form = h('form', { class: 'correction', testid: 'correction', 'aria-label': t('Correct the record: {name}', meeting), onsubmit: send, onkeydown: leave },
    ...boxes.flatMap((box) => (box.name === 'date' ? [field(box), hint] : [field(box)])), fault,
    h('div', {}, save, h('button', { class: 'button', type: 'button', testid: 'cancel-correction', onclick: cancelled }, t('Cancel'))));

  async function send(event) {
    event.preventDefault();
    const changed = boxes.filter((box) => box.value.trim() !== (before[box.name] ?? ''));
    if (!changed.length) return cancelled();
    if (save.getAttribute('aria-disabled')) return;
    wait(true);
    try {
      saved(await correctMeeting(meeting.id, Object.fromEntries(changed.map((box) => [box.name, box.value]))));
    } catch (error) {
      refuse(error, changed);
    }
  }

  function refuse(error, changed) {
    wait(false);
    fault.textContent = [error.message, error.cure].filter(Boolean).join(' ');
    // The server takes all or nothing, and names the value that it can't take.
    const wrong = changed.find((box) => error.message.includes(` ${box.name} `) || (box.value && error.message.includes(`'${box.value.trim()}'`)));
    if (error.code !== 'correction' || !wrong) return;
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
  }

  function wait(sending) {
    save.textContent = sending ? t('Saving…') : t('Save');
    if (sending) save.setAttribute('aria-disabled', 'true');
    else save.removeAttribute('aria-disabled');
    fault.textContent = '';
    boxes.forEach((box) => box.removeAttribute('aria-invalid'));
  }

  /** Escape leaves the form, not the panel. */
  function leave(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancelled();
  }

  return form;
}

/** As it is written to correct it: the reported day, or the meeting's days. */
function dateOf(day, { reported, first_day: first, last_day: last }) {
  const several = !reported && first && last && first.value !== last.value;
  return several ? `${first.value}/${last.value}` : day;
}
