/** Meetings as the form of a cohort sends them; a row without a date, or one that was ticked off, is left out. */
export function typedSessions(data: FormData) {
	const column = (name: string) => data.getAll(name).map(String);
	const [ids, modules, dates, from, to] = ['Id', 'Module', 'Date', 'From', 'To'].map((name) =>
		column(`session${name}`)
	);
	const [places, breaks] = [column('sessionPlace'), column('sessionBreaks')];
	const dropped = column('sessionDrop').map(Number);

	return (dates ?? [])
		.map((date, n) => ({
			id: ids?.[n] || null,
			module: Number(modules?.[n] ?? 1),
			date,
			startsAt: from?.[n] ?? '',
			endsAt: to?.[n] ?? '',
			place: places[n] ?? '',
			breaks: breaks[n]?.trim() || null
		}))
		.filter(({ date }, n) => date !== '' && !dropped.includes(n));
}
