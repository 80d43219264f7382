/** Keys that belong to a place rather than to a command: they are listed with the others. */
export const fixedKeys = [
  {
    name: 'Selecting words',
    keys: [
      {
        title: 'Caret by character or line',
        keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      },
      { title: 'By word', keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
      { title: 'By sentence', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'] },
      { title: 'By paragraph', keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'] },
      { title: 'Select on the way', keys: ['Shift+…'] },
      { title: 'Word, paragraph with the mouse', keys: ['2 clicks', '3 clicks'] },
    ],
  },
  {
    name: 'Tagging the selected words',
    keys: [
      { title: 'Type to filter, take the first', keys: ['A–Z', 'Enter'] },
      { title: 'A recent one', keys: ['1–9'] },
      { title: 'Any line', keys: ['Alt+1–9'] },
      { title: 'A tag by its codebook key', keys: ['its key', 'Enter'] },
      { title: 'Event, claim, note, all, relation', keys: ['E C N A R', 'Enter'] },
      { title: 'Take, and tag the same words again', keys: ['Shift+Enter'] },
      { title: 'New actor from the words', keys: ['Ctrl+Enter'] },
      { title: 'New tag as typed', keys: ['Ctrl+Shift+Enter'] },
      { title: 'Turn a relation round', keys: ['Tab'] },
      { title: 'Leave everything as it was', keys: ['Escape'] },
    ],
  },
  {
    name: 'A highlight',
    keys: [
      { title: 'The next one over the same words', keys: ['Tab'] },
      { title: 'Tag it further', keys: ['Enter'] },
      { title: 'Remove it', keys: ['Delete'] },
    ],
  },
  {
    name: 'Lists',
    keys: [
      { title: 'Pick what lies on the way', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
      { title: 'Pick one more or one less', keys: ['Ctrl+Space', 'Ctrl+click'] },
      { title: 'Pick all', keys: ['Ctrl+A'] },
      { title: 'Pick none', keys: ['Escape'] },
    ],
  },
] as const;
