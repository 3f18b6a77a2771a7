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

/** A line chart of rates (0 to 100), with the same figures in a table for screen readers. */
@customElement('assidu-chart')
export class AssiduChart extends LitElement {
  static styles = css`
    :host { display: block; }
    .plot { width: 100%; height: 16rem; }
    table { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  `;

  @property({ type: Array }) labels: string[] = [];
  @property({ type: Array }) series: Series[] = [];
  @property({ type: String }) caption = '';

  private chart?: echarts.ECharts;
  private readonly observer = new ResizeObserver(() => this.chart?.resize());

  render() {
    return html`
      <div class="plot" role="img" aria-label=${this.caption}></div>
      <table>
        <caption>${this.caption}</caption>
        <tr><th></th>${this.labels.map((label) => html`<th scope="col">${label}</th>`)}</tr>
        ${this.series.map((line) => html`<tr><th scope="row">${line.name}</th>
          ${line.values.map((value) => html`<td>${value === null ? '–' : `${value} %`}</td>`)}</tr>`)}
      </table>`;
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
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (value === null ? '–' : `${value} %`) },
      legend: { bottom: 0, textStyle: { color: text } },
      grid: { left: 40, right: 16, top: 16, bottom: 48 },
      xAxis: { type: 'category', data: this.labels, axisLabel: { color: text } },
      yAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: text, formatter: '{value} %' } },
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
