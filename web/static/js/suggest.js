const LONGEST_NAME = 80;

/**
 * Example questions over reports that are there, the latest meetings first.
 * @param {{title: string, event: string|null, place: string|null, date: string|null}[]} reports
 * @param {number} [count]
 * @returns {string[]}
 */
export function suggestQuestions(reports, count = 3) {
  const latest = [...reports].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const names = new Set();
  const questions = [];
  for (const report of latest) {
    const name = (report.event || report.title || '').trim();
    if (!name || name.length > LONGEST_NAME || names.has(name)) continue;
    names.add(name);
    questions.push(questionOn(report, withArticle(name), questions.length));
    if (questions.length === count) break;
  }
  return questions;
}

function questionOn(report, name, turn) {
  if (!report.event) return `What does “${report.title.trim()}” say was decided?`;
  if (turn === 1 && report.place) return `Where was ${name} held?`;
  return turn === 2 ? `What was discussed at ${name}?` : `What was decided at ${name}?`;
}

function withArticle(name) {
  return /^(\d+(st|nd|rd|th)|first|second|third|[a-z]+th)\s/i.test(name) ? `the ${name}` : name;
}
