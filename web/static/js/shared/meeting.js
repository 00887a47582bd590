import { fetchMeetings } from './api.js';

const PAGE = 1000;
const asked = new Map();
let all = null;

/** @returns {Promise<{body: string|null, session: string|null, place: string|null}|null>} null where a report tells of none or of several */
export function meetingOf(reportId) {
  if (!asked.has(reportId)) {
    const only = ({ total, meetings }) => (total === 1 ? meetings[0] : null);
    asked.set(reportId, fetchMeetings({ report: reportId, limit: 1 }).then(only).catch(() => null));
  }
  return asked.get(reportId);
}

/** @returns {Promise<object[]>} the meetings of all reports, fetched once */
export function everyMeeting() {
  all ??= fetchAll().catch((failure) => { all = null; throw failure; });
  return all;
}

async function fetchAll() {
  const found = [];
  for (let total = 1; found.length < total;) {
    const page = await fetchMeetings({ limit: PAGE, offset: found.length });
    found.push(...page.meetings);
    total = page.meetings.length ? page.total : 0;
  }
  return found;
}

/** The records may have changed. */
export function forgetMeetings() {
  asked.clear();
  all = null;
}
