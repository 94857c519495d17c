/** The name of a control in the posted form. `path` is a field key, with row and column where there are some. */
export function nameOf(path: string): string {
	return `field.${path}`;
}

/** Files on their way, where there are no scripts to send them beforehand. */
export function uploadNameOf(key: string): string {
	return `upload.${key}`;
}

/** The id in the page: where the error summary leads to. */
export function placeOf(path: string): string {
	return `place-${path}`;
}
