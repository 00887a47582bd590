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
  message: 'The server does not answer.',
  cure: 'It may have stopped. Start it again with “qa serve”, then try again.',
};
const TOO_SLOW = {
  code: 'timeout',
  message: 'The server took too long to answer.',
  cure: 'It may be busy with another task. Wait a moment, then try again.',
};
const UNREADABLE = {
  code: 'unreadable',
  message: 'The server sent something this page cannot read.',
  cure: 'Reload the page. If it happens again, look at the server’s log.',
};

/**
 * @param {string} question
 * @param {{question: string, answer: string|null}[]} conversation oldest first
 * @param {AbortSignal} signal
 */
export const askReports = (question, conversation, signal) =>
  request('/api/answer', { ...post({ question, conversation }), signal });
export const fetchHealth = () => request('/api/health');
export const fetchReports = () => request('/api/reports');
/** @param {string} id */
export const fetchReport = (id) => request(`/api/reports/${encodeURIComponent(id)}`);
/** @returns {Promise<{questions: string[]}>} each has an answer */
export const fetchSuggestions = () => request('/api/suggestions');
/** @param {string} id @returns {Promise<{questions: string[]}>} each has an answer in this report */
export const fetchReportSuggestions = (id) => request(`/api/reports/${encodeURIComponent(id)}/suggestions`);
/** @param {object} entry what the person thinks of an answer */
export const sendFeedback = (entry) => request('/api/feedback', post(entry));
export const startIndexing = () => request('/api/index', post({}));
export const fetchIndexState = () => request('/api/index');

function post(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function request(path, options = {}) {
  const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const response = await fetch(path, { ...options, signal, cache: 'no-store' })
    .catch((failure) => { throw asApiError(failure); });
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  throw new ApiError(body?.error?.message ? body.error : UNREADABLE);
}

function asApiError(failure) {
  // The person gave the question up: not an error to show.
  if (failure.name === 'AbortError') return failure;
  return new ApiError(failure.name === 'TimeoutError' ? TOO_SLOW : UNREACHABLE);
}
