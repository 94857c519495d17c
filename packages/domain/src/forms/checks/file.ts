import { CEILINGS } from '../limits.ts';
import { isBlank, isText } from '../values.ts';
import { fault, type Check } from './check.ts';

/** The answer holds names of stored files; size and kind were checked when they were stored. */
export const checkFile: Check<'file'> = (field, value, path) => {
	if (!Array.isArray(value)) return fault(path, 'wrong_type');
	if (value.length > field.maxFiles)
		return fault(path, 'too_many', { limit: field.maxFiles, found: value.length });
	if (new Set(value).size < value.length) return fault(path, 'wrong_type');

	return value.flatMap((item, n) => (isFileName(item) ? [] : fault(`${path}.${n}`, 'wrong_type')));
};

function isFileName(item: unknown): boolean {
	return isText(item) && !isBlank(item) && item.length <= CEILINGS.fileName;
}
