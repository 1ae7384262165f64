// @ts-check
/**
 * How often nutgraf is right, of 100, against what people wrote down; README.md says the same (a test compares them).
 * `from` is set where kinds of article differ, `people` where people differ among themselves.
 * @type {{key: string, right: number, from?: number, people?: number}[]}
 */
export const MEASURED = [
  { key: "line", right: 86 }, { key: "main", right: 86 }, { key: "other", right: 84 }, { key: "answer", right: 85 },
  { key: "statement", right: 82 }, { key: "found", right: 95 }, { key: "source", right: 98 }, { key: "hedge", right: 93 },
  { key: "negation", right: 100 }, { key: "count", right: 97 }, { key: "agent", right: 98 }, { key: "patient", right: 92 },
  { key: "whole", right: 88 }, { key: "direct", right: 91 }, { key: "indirect", right: 49 },
  { key: "entity", from: 65, right: 72 }, { key: "lenient", right: 81 },
];
