const BROWSERS: [RegExp, string][] = [
	[/YaBrowser/, 'Яндекс Браузер'],
	[/Edg\//, 'Edge'],
	[/OPR\//, 'Opera'],
	[/Firefox/, 'Firefox'],
	[/Chrome/, 'Chrome'],
	[/Safari/, 'Safari']
];
const SYSTEMS: [RegExp, string][] = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS/, 'macOS'],
	[/Linux/, 'Linux']
];

/** «Firefox, Windows» out of a User-Agent header; empty when it says nothing known. Order matters: most say «Chrome» and «Safari» too. */
export function deviceName(userAgent: string): string {
	const first = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
	return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(', ');
}
