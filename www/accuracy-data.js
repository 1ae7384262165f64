// @ts-check
/**
 * How often nutgraf is right, of 100, against what people wrote down; README.md says the same (a test compares them).
 * `from` is set where kinds of article differ, `people` where people differ among themselves.
 * @type {{key: string, right: number, from?: number, people?: number}[]}
 */
export const MEASURED = [
  { key: "found", right: 95 }, { key: "source", right: 98 }, { key: "hedge", right: 93 },
  { key: "negation", right: 100 }, { key: "count", right: 94 }, { key: "agent", right: 98 },
  { key: "patient", right: 92 }, { key: "whole", right: 87 }, { key: "line", right: 83 },
  { key: "direct", right: 90 }, { key: "indirect", right: 55 }, { key: "statement", right: 67, people: 75 },
  { key: "entity", from: 65, right: 72 }, { key: "lenient", right: 81 },
  { key: "what", right: 53 }, { key: "why", right: 16 }, { key: "how", right: 7 },
];
