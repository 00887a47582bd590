/** Prints one element of many alone. */
export function printAlone(element) {
  element.classList.add('printed');
  addEventListener('afterprint', () => element.classList.remove('printed'), { once: true });
  print();
}
