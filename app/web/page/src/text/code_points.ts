/** Where code point `n` of a text begins in UTF-16, which is what JavaScript counts in. Ask in ascending order. */
export class CodePoints {
  private point = 0;
  private unit = 0;
  private readonly plain: boolean;

  constructor(private readonly text: string) {
    this.plain = !/[\ud800-\udfff]/.test(text);
  }

  unitAt(point: number): number {
    if (this.plain) return Math.min(point, this.text.length);
    if (point < this.point) this.point = this.unit = 0;
    while (this.point < point && this.unit < this.text.length) {
      this.unit += this.text.codePointAt(this.unit)! > 0xffff ? 2 : 1;
      ++this.point;
    }
    return this.unit;
  }
}
