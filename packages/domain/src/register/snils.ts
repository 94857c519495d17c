/** Numbers up to this one were given before there were control digits. */
const LAST_UNCHECKED = 1_001_998;

/** As people type it: hyphens or spaces between the groups, or none at all. */
const TYPED = /^(\d{3})[- ]?(\d{3})[- ]?(\d{3}) ?(\d{2})$/;

/** Eleven digits of what was typed; null where it is no СНИЛС or its control digits are wrong (X5). */
export function readSnils(typed: string): string | null {
	const found = TYPED.exec(typed.replace(/[\u00a0\u202f\s]+/g, ' ').trim());
	if (!found) return null;
	const digits = found.slice(1).join('');
	return isChecked(digits) && controlOf(digits) !== digits.slice(9) ? null : digits;
}

/** «112-233-445 95» of eleven digits. */
export function showSnils(digits: string): string {
	return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`;
}

function isChecked(digits: string): boolean {
	return Number(digits.slice(0, 9)) > LAST_UNCHECKED;
}

/** The sum of the first nine digits with weights 9…1, modulo 101; 100 is written as 00. */
function controlOf(digits: string): string {
	const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
	return String((sum % 101) % 100).padStart(2, '0');
}
