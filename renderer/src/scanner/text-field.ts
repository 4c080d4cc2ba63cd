/** What a field held before keys were let through to it. */
export interface FieldSnapshot {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
}

const typedTypes = new Set(['text', 'search', 'tel', 'url', 'email', 'number', 'password', '']);

/** The element as a field that takes typed characters, or null. */
export const asTextField = (element: Element | null): HTMLInputElement | HTMLTextAreaElement | null => {
  if (element instanceof HTMLTextAreaElement) return element.readOnly || element.disabled ? null : element;
  if (!(element instanceof HTMLInputElement)) return null;
  if (element.readOnly || element.disabled) return null;
  return typedTypes.has(element.type) ? element : null;
};

/** Remembers what the field holds; null when the element takes no text. */
export const snapshotField = (element: Element | null): FieldSnapshot | null => {
  const field = asTextField(element);
  return field === null ? null : { field, value: field.value };
};

/** Puts back what a field held, telling its listeners as if somebody had edited it. */
export const restoreField = ({ field, value }: FieldSnapshot): void => {
  if (!field.isConnected || field.value === value) return;
  setValue(field, value);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
};

/** Types one character at the caret of the field, replacing the selection, as the keyboard would. */
export const insertText = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  const { ownerDocument } = field;
  // The browser's own editing command keeps its undo history and limits; test environments lack it.
  if (typeof ownerDocument.execCommand === 'function' && ownerDocument.execCommand('insertText', false, text))
    return;
  const from = field.selectionStart ?? field.value.length;
  const to = field.selectionEnd ?? field.value.length;
  const value = field.value.slice(0, from) + text + field.value.slice(to);
  if (field.maxLength >= 0 && value.length > field.maxLength) return;
  setValue(field, value);
  if (field.selectionStart !== null) field.setSelectionRange(from + text.length, from + text.length);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
};

/** Past React's own setter, which would make it believe that it had written the value itself. */
const setValue = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set;
  setter?.call(field, value);
};
