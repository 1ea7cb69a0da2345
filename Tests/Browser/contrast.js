// The texts of a page that can't be told well enough from what is behind them: WCAG 2.2, 1.4.3, as the page is shown now.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

function colour(text) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
}

function over(top, bottom) {
    const share = top[3] / 255;
    return [0, 1, 2].map((part) => top[part] * share + bottom[part] * (1 - share)).concat(255);
}

function luminance(parts) {
    const [red, green, blue] = parts.slice(0, 3).map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ground(element) {
    const layers = [];
    for (let behind = element; behind; behind = behind.parentElement) {
        const layer = colour(getComputedStyle(behind).backgroundColor);
        if (layer[3] > 0) layers.push(layer);
        if (layer[3] === 255) break;
    }
    const canvasColour = colour("Canvas");
    return layers.reduceRight((bottom, top) => over(top, bottom), canvasColour);
}

const poor = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    seen.add(element);
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const behind = ground(element);
    const style = getComputedStyle(element);
    const [light, dark] = [luminance(over(colour(style.color), behind)), luminance(behind)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) {
        poor.push(`${contrast.toFixed(2)}: ${element.tagName} .${element.className}: ${texts.currentNode.data.trim().slice(0, 40)}`);
    }
}
return poor;
