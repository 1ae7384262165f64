// @ts-check
/** An error that says what kind it is. @param {string} code @param {string} message */
export const coded = (code, message) => Object.assign(new Error(message), { code });
