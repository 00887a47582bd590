import { correctMeeting } from '../shared/api.js';
import { announce, dotted, h } from '../shared/dom.js';
import { dateOf } from '../shared/passage.js';
import { t } from '../shared/strings.js';
import { titled } from '../shared/title.js';
import { recordOf } from './record.js';

/**
 * @typedef {{text: string, meeting: object, proceedings: {people: object[], entries: object[]}}} Detail
 *   a record with the text of its report
 */

/**
 * The record of a report's meeting, or of each of several, folded.
 * @param {{text: string, meetings: object[], proceedings: object[]}} report
 * @param {(now: {meeting: object, title: string, day: string|null}) => void} corrected
 * @returns {HTMLElement|string}
 */
export function recordsOf({ text, meetings = [], proceedings = [] }, corrected) {
  const details = meetings.map((meeting, i) => ({ text, meeting, proceedings: proceedings[i] ?? { people: [], entries: [] } }));
  if (details.length < 2) return details.length ? editable(details[0], corrected) : '';
  return h('div', { class: 'records' }, ...details.map((detail) => oneOfSeveral(detail, corrected)));
}

/** Made when it is opened: there may be a hundred. */
function oneOfSeveral(detail, corrected) {
  const summary = h('summary', {}, ...inShort(detail.meeting));
  const body = h('div', {});
  const tell = (now) => {
    summary.replaceChildren(...inShort(now.meeting));
    corrected(now);
  };
  const open = () => { if (!body.childElementCount) body.append(editable(detail, tell)); };
  return h('details', { testid: 'one-of-several', ontoggle: open }, summary, body);
}

const inShort = (meeting) => dotted([titled(meeting.name), dateOf(dayOf(meeting)), meeting.place?.value]);

/** The day that its report is of. */
const dayOf = ({ reported, last_day: last, first_day: first }) => (reported ?? last ?? first)?.value ?? null;

/** A record whose form takes its place, until it comes back corrected; a correction can be undone. */
function editable(detail, corrected) {
  const { meeting } = detail;
  const record = recordOf(detail, correct, undo);

  async function correct() {
    const { correctionForm } = await import('./correcting.js');
    const form = correctionForm(meeting, dayOf(meeting), {
      saved: (now) => changed(form, now, t('The record is corrected.')), cancelled: () => back(form, record),
    });
    record.replaceWith(form);
    form.querySelector('input').focus();
  }

  async function undo(field, button) {
    if (button.getAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.nextElementSibling?.remove();
    try {
      changed(record, await correctMeeting(meeting.id, { [field]: null }), t('The correction is undone.'));
    } catch ({ message, cure }) {
      button.removeAttribute('aria-disabled');
      button.after(h('span', { class: 'fault', role: 'alert', testid: 'undo-error' }, [message, cure].filter(Boolean).join(' ')));
    }
  }

  function back(from, to) {
    from.replaceWith(to);
    to.querySelector('[data-testid="correct"]').focus();
  }

  function changed(from, now, said) {
    back(from, editable({ ...detail, meeting: now.meeting }, corrected));
    announce(said);
    corrected(now);
  }

  return record;
}
