import { fetchMeetings } from './api.js';

const asked = new Map();

/**
 * @param {string} reportId
 * @returns {Promise<{body: string|null, session: string|null, place: string|null}|null>} null where a report tells of none or of several
 */
export function meetingOf(reportId) {
  if (!asked.has(reportId)) {
    const only = ({ total, meetings }) => (total === 1 ? meetings[0] : null);
    asked.set(reportId, fetchMeetings({ report: reportId, limit: 1 }).then(only).catch(() => null));
  }
  return asked.get(reportId);
}

/** The records may have changed. */
export const forgetMeetings = () => asked.clear();
