import { BASE } from './base.js';
import { t } from './strings.js';

const ANSWER_LIMIT_MS = 60_000;

/** A refusal in words that can be shown: what happened, and what to do about it. */
export class ApiError extends Error {
  /** @param {{code: string, message: string, cure: string}} error */
  constructor({ code, message, cure }) {
    super(message);
    this.code = code;
    this.cure = cure;
  }
}

const UNREACHABLE = {
  code: 'unreachable',
  message: t('The server does not answer.'),
  cure: t('It may have stopped. “qa serve” starts it again.'),
};
const TOO_SLOW = {
  code: 'timeout',
  message: t('The server took too long to answer.'),
  cure: t('It may be busy with another task. Wait a moment, then try again.'),
};
const UNREADABLE = {
  code: 'unreadable',
  message: t('The server sent something this page cannot read.'),
  cure: t('Reload the page. If it happens again, look at the server’s log.'),
};

/**
 * @param {{question: string, conversation: {question: string, answer: string|null}[], filters?: object}} asked
 * @param {AbortSignal} signal
 */
export const askReports = (asked, signal) => request('/api/answer', { ...post(asked), signal });
/** @returns {Promise<ReadableStream>} server-sent events: what a language model writes from the answer */
export const composeAnswer = (asked, signal) => request('/api/compose', { ...post(asked), signal, limitMs: 3 * ANSWER_LIMIT_MS }, async (response) => response.body);
export const fetchHealth = () => request('/api/health');
export const fetchReports = () => request('/api/reports');
export const fetchReport = (id) => request(`/api/reports/${encodeURIComponent(id)}`);
/** @typedef {{question: string, report_id: string, start: number, end: number}} Suggestion where the sentence that answers it stands */
/** @returns {Promise<{questions: Suggestion[]}>} */
export const fetchSuggestions = () => request('/api/suggestions');
/** @returns {Promise<{questions: Suggestion[]}>} answered in this report */
export const fetchReportSuggestions = (id) => request(`/api/reports/${encodeURIComponent(id)}/suggestions`);
/** @param {Object<string, string|number>} query filters, `limit` and `offset` @returns {Promise<{total: number, meetings: object[]}>} */
export const fetchMeetings = (query) => request(`/api/meetings?${new URLSearchParams(query)}`);
/** @param {Object<string, string|null>} values by field, null to undo @returns {Promise<object>} the record as it is then */
export const correctMeeting = (id, values) => request(`/api/meetings/${encodeURIComponent(id)}`, { ...post(values), method: 'PATCH' });
/** @param {string} id the name does as well @returns {Promise<object>} what somebody did, the newest first */
export const fetchPerson = (id, offset = 0) => request(`/api/people/${encodeURIComponent(id)}?offset=${offset}`);
/** @returns {Promise<{collection: string, collections: {name: string, path: string}[]}>} those that may be read here */
export const fetchCollections = () => request('/api/collections');
/** @param {string} q how the words of a name begin @returns {Promise<{people: {name: string}[]}>} */
export const fetchPeople = (q) => request(`/api/people?${new URLSearchParams({ q, limit: 50 })}`);
/** @param {object} entry what the person thinks of an answer */
export const sendFeedback = (entry) => request('/api/feedback', post(entry));
/** @param {boolean} [demo] bring the invented reports back */
export const startIndexing = (demo = false) => request('/api/index', post(demo ? { demo } : {}));
export const fetchIndexState = () => request('/api/index');
/** @returns {Promise<{folder: string, demo: boolean, own: number, files: object[]}>} */
export const fetchFiles = () => request('/api/files');
/** @returns {Promise<{removed: string[], kept_in: string, index: object}>} */
export const removeReport = (id) => request(`/api/reports/${encodeURIComponent(id)}`, { method: 'DELETE', headers: OWN });
/** @returns {string} where the report's file is downloaded */
export const originalAddress = (id) => `${BASE}/api/reports/${encodeURIComponent(id)}/original`;

/** @param {number} width in pixels @returns {string} of a PDF's page as a picture */
export const pageAddress = (id, number, width) => `${BASE}/api/reports/${encodeURIComponent(id)}/pages/${number}?width=${width}`;
/** @param {Object<string, number>} query the quote's place @returns {Promise<object>} the page and its marks */
export const fetchMarks = (id, number, query) => request(`/api/reports/${encodeURIComponent(id)}/pages/${number}/marks?${new URLSearchParams(query)}`);

/** @param {string} source a file that isn't indexed @returns {Promise<{removed: string[], kept_in: string, index: object}>} */
export const removeFile = (source) => request(`/api/files?${new URLSearchParams({ source })}`, { method: 'DELETE', headers: OWN });

/**
 * Stores files beside the reports; the index takes them in by itself.
 * @param {'replace'|'keep_both'} [ifThere] what to do where another file has the name
 * @returns {Promise<{files: {source: string, status: string, error: object|null}[], index: object}>}
 */
export function storeFiles(files, ifThere) {
  const body = new FormData();
  files.forEach((file) => body.append('file', file, file.name));
  if (ifThere) body.append('if_there', ifThere);
  return request('/api/files', { method: 'POST', headers: OWN, body });
}

/**
 * Follows a run of the index until it ends.
 * @param {(state: object) => void} show each state on the way
 * @returns {Promise<object>} the state at the end
 */
export function followIndex(show) {
  return new Promise((resolve) => {
    const stream = new EventSource(`${BASE}/api/index/stream`);
    let last = null;
    const end = (state) => { stream.close(); resolve(state); };
    stream.addEventListener('state', ({ data }) => {
      last = JSON.parse(data);
      if (last.state === 'running') show(last);
      else end(last);
    });
    // The stream ends by itself, also where a proxy cuts it: the state says whether the run has.
    stream.addEventListener('error', () => end(last));
  });
}

// No other site's page can send this header without asking first.
const OWN = { 'X-Meeting-QA': '1' };

function post(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** @param {string} key where the server asks for one @returns {Promise<object>} what the operator sees */
export const fetchInsight = (key) => request('/api/insight', key ? { headers: { Authorization: `Bearer ${key}` } } : {});

/** @param {{title: string, note: string, blocks: object[]}} script @returns {Promise<Blob>} a Word document */
export const writeDocx = (script) => request('/api/export', post(script), (response) => response.blob());

async function request(path, options = {}, read = (response) => response.json()) {
  const { limitMs = ANSWER_LIMIT_MS, ...rest } = options;
  const limit = AbortSignal.timeout(limitMs);
  const signal = rest.signal ? AbortSignal.any([rest.signal, limit]) : limit;
  const response = await fetch(BASE + path, { ...rest, signal, cache: 'no-store' })
    .catch((failure) => { throw asApiError(failure); });
  const body = await (response.ok ? read(response) : response.json()).catch(() => null);
  if (response.ok && body) return body;
  throw new ApiError(body?.error?.message ? body.error : UNREADABLE);
}

function asApiError(failure) {
  // The person gave the question up: not an error to show.
  if (failure.name === 'AbortError') return failure;
  return new ApiError(failure.name === 'TimeoutError' ? TOO_SLOW : UNREACHABLE);
}
