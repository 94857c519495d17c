/** Ways to reach somebody, in the words people write them: several of one kind stand in one line. */

/** `pupilCode`: only «Ученик А» … «Ученик Я» (R166). `online`: an e-mail address or a site. */
export const PATTERNS = ['pupilCode', 'email', 'phone', 'link', 'online'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** One of each, as people write it. */
export const EXAMPLES: Record<Pattern, string> = {
	pupilCode: 'Ученик А',
	email: 'shkola7@school.example',
	phone: '8 (384-2) 31-15-86',
	link: 'https://school.example/page',
	online: 'shkola7@school.example'
};

const TESTS: Record<Pattern, (text: string) => boolean> = {
	pupilCode: (text) => /^Ученик [А-Я]$/.test(text),
	email: (text) => partsOf(text).every(isEmail),
	phone: isPhone,
	link: isLink,
	online: (text) => partsOf(text).every((part) => isEmail(part) || isSite(part))
};

export function fits(pattern: Pattern, text: string): boolean {
	// A code is what it is; around anything else people leave spaces.
	return TESTS[pattern](pattern === 'pupilCode' ? text : text.trim());
}

/** An address that opens: a scheme that people use and a name. The domain knows no URL class. */
export function isLink(text: string): boolean {
	return /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(text);
}

function isEmail(text: string): boolean {
	return /^[^\s@<>,;:"]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text);
}

/** A site as people write it: its scheme may be left out. */
function isSite(text: string): boolean {
	return isLink(text) || /^([\p{L}\p{N}-]+\.)+\p{L}{2,}(\/\S*)?$/u.test(text);
}

/** «8 (384-2) 31-15-86, доб. 12; +7 913 000-00-00»: digits, what stands between them, and the words of an extension. */
function isPhone(text: string): boolean {
	const bare = text.replace(
		/(?<!\p{L})(тел(ефон)?|факс|доб(авочный)?|внутр(енний)?|моб)(?!\p{L})\.?:?/giu,
		''
	);
	return /^[+\d(][\d\s()+.,;/–-]*$/.test(bare.trim()) && bare.replace(/\D/g, '').length >= 5;
}

function partsOf(text: string): string[] {
	return text.split(/[,;\s]+/).filter((part) => part !== '');
}
