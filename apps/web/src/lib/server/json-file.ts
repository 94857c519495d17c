/** What a chosen file says as JSON; undefined when there is no file or it is not JSON. */
export async function jsonOf(data: FormData, name: string): Promise<unknown> {
	const file = data.get(name);
	if (!(file instanceof File)) return undefined;
	try {
		return JSON.parse(await file.text());
	} catch {
		return undefined;
	}
}
