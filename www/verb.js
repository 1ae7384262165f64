// @ts-check
/** The past tense and the participle of a verb that the article has in another form. */

/** Whether one word is the past tense or the participle of the verb that the other is a form of. @param {string} told @param {string} word */
export async function isPast(told, word) {
  if (!/^[a-z]+ [a-z]+$/i.test(`${told} ${word}`) || /.[A-Z]/.test(told)) return false;
  const [past, other] = [told.toLowerCase(), word.toLowerCase()];
  return (past.endsWith("ed") && regular(past.slice(0, -2)).test(other)) || (await import("./irregular.js")).isPast(past, other);
}

/** What a verb is called whose past tense is this stem and "ed": of *stopp-ed*, *stop*, *stops* and *stopping*. @param {string} stem */
function regular(stem) {
  const [less, last] = [stem.slice(0, -1), stem.slice(-1)];
  const base = last === "i" ? "y(ing)?" : less.endsWith(last) ? "s?" : "!";
  return new RegExp(`^(${stem}(e?s?|${last}?ing)|${less}${base})$`);
}
