import type { Path } from '@stazhirovka/domain/outline';
import type { Component } from 'svelte';
import BankFile from '#lib/designing/BankFile.svelte';
import CoverageRule from '#lib/designing/CoverageRule.svelte';
import DeficitMaximum from '#lib/designing/DeficitMaximum.svelte';
import ExpertKey from '#lib/designing/ExpertKey.svelte';
import FormDesigner from '#lib/designing/FormDesigner.svelte';
import ItemAnswers from '#lib/designing/ItemAnswers.svelte';
import ItemOrder from '#lib/designing/ItemOrder.svelte';
import ItemPoints from '#lib/designing/ItemPoints.svelte';
import ItemScoring from '#lib/designing/ItemScoring.svelte';
import ItemTrial from '#lib/designing/ItemTrial.svelte';
import ItemType from '#lib/designing/ItemType.svelte';
import RubricTable from '#lib/designing/RubricTable.svelte';
import TaskTrial from '#lib/designing/TaskTrial.svelte';
import AlignmentEditor from './fields/AlignmentEditor.svelte';
import type { SpecialEditor } from './editing.ts';

/** Controls that know more than their kind of field, by the place of the field without keys (`diagnostic.items`). */
const SPECIAL: Record<string, SpecialEditor> = {
	'competency.alignment': AlignmentEditor,
	forms: FormDesigner,
	'forms.expert_key': ExpertKey,
	'diagnostic.items.type': ItemType,
	'diagnostic.items.options': ItemAnswers,
	'diagnostic.items.elements': ItemAnswers,
	'diagnostic.items.correct_order': ItemOrder,
	'diagnostic.items.max': ItemPoints,
	'diagnostic.items.scoring': ItemScoring,
	'diagnostic.scoring.per_deficit_max': DeficitMaximum,
	'diagnostic.coverage_rule': CoverageRule,
	'materials.file': BankFile,
	'videos.file': BankFile,
	'rubric.criteria': RubricTable
};

/** What stands under the open thing of a list: it being tried out. */
const AFTER: Record<string, Component<{ path: Path }>> = {
	'diagnostic.items': ItemTrial,
	tasks: TaskTrial
};

export function specialAt(place: string): SpecialEditor | undefined {
	return SPECIAL[place];
}

export function afterAt(place: string): Component<{ path: Path }> | undefined {
	return AFTER[place];
}
