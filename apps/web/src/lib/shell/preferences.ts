/** How a person wants to see the pages. Kept in a cookie, so that the server draws it right at once. */
export type Preferences = {
	theme: (typeof THEMES)[number];
	size: (typeof SIZES)[number];
	spacing: (typeof SPACINGS)[number];
	pictures: 'on' | 'off';
	serif: 'on' | 'off';
};

/** `auto` follows the device; the last four are the contrast themes of the version for low vision. */
export const THEMES = [
	'auto',
	'light',
	'dark',
	'black-on-white',
	'white-on-black',
	'blue-on-sky',
	'brown-on-beige'
] as const;
export const SIZES = ['1', '1.5', '2'] as const;
export const SPACINGS = ['normal', 'wide'] as const;
const SWITCH = ['on', 'off'] as const;

export const COOKIE = 'view';

export const USUAL: Preferences = {
	theme: 'auto',
	size: '1',
	spacing: 'normal',
	pictures: 'on',
	serif: 'off'
};

/** Reads what a form or a cookie says; anything unknown is the usual. */
export function readPreferences(said: URLSearchParams | FormData): Preferences {
	function among<T extends string>(values: readonly T[], name: keyof Preferences, usual: T): T {
		return values.find((value) => value === said.get(name)) ?? usual;
	}

	return {
		theme: among(THEMES, 'theme', USUAL.theme),
		size: among(SIZES, 'size', USUAL.size),
		spacing: among(SPACINGS, 'spacing', USUAL.spacing),
		pictures: among(SWITCH, 'pictures', USUAL.pictures),
		serif: among(SWITCH, 'serif', USUAL.serif)
	};
}

export function writePreferences(preferences: Preferences): string {
	return new URLSearchParams(preferences).toString();
}

/** Attributes for <html>. The usual is left out, so a plain page stays plain. */
export function attributesOf(preferences: Preferences): Record<string, string> {
	const changed = Object.entries(preferences).filter(
		([name, value]) => value !== USUAL[name as keyof Preferences]
	);

	return Object.fromEntries(changed.map(([name, value]) => [`data-${name}`, value]));
}
