import { html, css, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import * as echarts from 'echarts/core';
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Series {
  name: string;
  values: Array<number | null>;
}

/** As people read it in the page's language: 91,3 %. */
function percent(value: number | null): string {
  const figures = new Intl.NumberFormat(document.documentElement.lang || 'fr', { maximumFractionDigits: 1 });
  return value === null || value === undefined ? '–' : `${figures.format(value)}\u00a0%`;
}

/** A line chart of rates (0 to 100), with the same figures in a table for screen readers. */
@customElement('assidu-chart')
export class AssiduChart extends LitElement {
  static styles = css`
    :host { display: block; position: relative; min-width: 0; }
    .plot { width: 100%; height: 16rem; }
    /* A table is as wide as its cells whatever width it is given: what hides it is around it. */
    .figures { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `;

  @property({ type: Array }) labels: string[] = [];
  @property({ type: Array }) series: Series[] = [];
  @property({ type: String }) caption = '';

  private chart?: echarts.ECharts;
  private readonly observer = new ResizeObserver(() => this.chart?.resize());

  render() {
    return html`
      <div class="plot" role="img" aria-label=${this.caption}></div>
      <div class="figures"><table>
        <caption>${this.caption}</caption>
        <tr><th></th>${this.labels.map((label) => html`<th scope="col">${label}</th>`)}</tr>
        ${this.series.map((line) => html`<tr><th scope="row">${line.name}</th>
          ${line.values.map((value) => html`<td>${percent(value)}</td>`)}</tr>`)}
      </table></div>`;
  }

  protected firstUpdated() {
    const plot = this.renderRoot.querySelector<HTMLElement>('.plot')!;
    this.chart = echarts.init(plot, undefined, { renderer: 'svg' });
    this.observer.observe(plot);
    this.draw();
  }

  protected updated(changed: PropertyValues) {
    if (changed.has('series') || changed.has('labels')) {
      this.draw();
    }
  }

  disconnectedCallback() {
    this.observer.disconnect();
    super.disconnectedCallback();
  }

  private draw() {
    const style = getComputedStyle(this);
    const text = style.getPropertyValue('--lumo-secondary-text-color').trim() || '#555';
    const accent = style.getPropertyValue('--lumo-primary-color').trim() || '#1f5fbf';
    this.chart?.setOption({
      animation: false,
      color: [accent, text],
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => percent(value as number | null) },
      legend: { bottom: 0, textStyle: { color: text } },
      grid: { left: 40, right: 16, top: 16, bottom: 48 },
      xAxis: { type: 'category', data: this.labels, axisLabel: { color: text } },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: text, formatter: (value: number) => percent(value) } },
      series: this.series.map((line, index) => ({
        name: line.name,
        type: 'line',
        data: line.values,
        connectNulls: false,
        symbolSize: 7,
        lineStyle: index === 0 ? { width: 3 } : { type: 'dashed' },
      })),
    });
  }
}
