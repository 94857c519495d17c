/** Meetings as the form of a cohort sends them; a new row that is empty, or one that was ticked off, is left out. */
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
		.filter((session, n) => !isEmpty(session) && !dropped.includes(n));
}

/** Nothing was typed; a meeting that stood already, or has a place alone, is told what it lacks. */
function isEmpty({
	id,
	date,
	place,
	breaks
}: Record<'id' | 'breaks', string | null> & Record<'date' | 'place', string>) {
	return id === null && date === '' && place.trim() === '' && breaks === null;
}
