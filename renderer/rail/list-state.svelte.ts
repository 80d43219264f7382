/** What the analyst typed and chose at the head of a list. `S` are the ways to sort it. */
export class ListState<S extends string> {
  query = $state('');
  sort: S;

  constructor(sort: S) {
    this.sort = $state(sort);
  }
}
