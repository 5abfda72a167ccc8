// Blazor's script loads this by itself. Everything here is a help: a form works without it.

// A slider or a color picker, and the field whose value it is.
function field(picker) {
    const { fmeValue, fmeColor, fmeOpacity } = picker.dataset;
    return document.getElementById(fmeValue ?? fmeColor ?? fmeOpacity ?? "");
}

function hex(percent) {
    return Math.round(percent * 255 / 100).toString(16).padStart(2, "0");
}

function pick(picker) {
    const input = field(picker);
    const { fmeColor, fmeOpacity } = picker.dataset;
    const shown = /^#[0-9a-f]{6}/i.test(input.value) ? input.value : "#000000";
    if (fmeColor) {
        input.value = picker.value + shown.slice(7);
    } else if (fmeOpacity) {
        input.value = shown.slice(0, 7) + (picker.value === "100" ? "" : hex(picker.value));
    } else {
        input.value = picker.value;
    }
}

function follow(input) {
    for (const picker of document.querySelectorAll("[data-fme-value], [data-fme-color], [data-fme-opacity]")) {
        if (field(picker) !== input || input.value === "") {
            continue;
        }

        if (picker.dataset.fmeValue) {
            picker.value = input.value;
        } else if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(input.value)) {
            picker.value = picker.dataset.fmeColor ? input.value.slice(0, 7) : Math.round(parseInt(input.value.slice(7) || "ff", 16) * 100 / 255);
        }
    }
}

function isPicker(element) {
    return element.matches?.("[data-fme-value], [data-fme-color], [data-fme-opacity]") && field(element);
}

document.addEventListener("input", event => isPicker(event.target) ? pick(event.target) : follow(event.target));
document.addEventListener("change", event => {
    if (isPicker(event.target)) {
        pick(event.target);
        field(event.target).dispatchEvent(new Event("change", { bubbles: true }));
    } else {
        const form = event.target.closest?.("form[data-fme-form=static]");
        if (form) {
            showWhatApplies(form);
        }
    }
});

// Only the server knows the conditions, so a page that is not interactive asks it. Values, files and secrets stay where they are.
let asked = 0;
async function showWhatApplies(form) {
    const question = ++asked;
    const values = new FormData(form);
    for (const input of form.querySelectorAll("input[type=file], input[type=password]")) {
        values.delete(input.name);
    }

    values.set("fme-show-again", "");
    const response = await fetch(form.action || location.href, { method: "POST", body: values });
    if (!response.ok || question !== asked) {
        return;
    }

    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const handler = form.querySelector("input[name=_handler]")?.value;
    const shown = [...page.querySelectorAll("form[data-fme-form]")].find(other => other.querySelector("input[name=_handler]")?.value === handler);
    for (const selector of ["[data-fme-field]", "[data-fme-section]"]) {
        const now = shown?.querySelectorAll(selector) ?? [];
        form.querySelectorAll(selector).forEach((element, index) => {
            element.hidden = now[index]?.hidden ?? element.hidden;
            element.disabled = now[index]?.disabled ?? element.disabled;
        });
    }
}

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
    if (event.target.matches("form[data-fme-form=static]") && !event.submitter?.name) {
        if (event.target.ariaBusy === "true") {
            event.preventDefault();
            return;
        }

        event.target.ariaBusy = "true";
        const button = event.target.querySelector("[data-fme-busy]");
        if (button) {
            button.textContent = button.dataset.fmeBusy;
        }
    }
});

// A page that the browser kept is not busy any more.
addEventListener("pageshow", event => {
    if (event.persisted) {
        document.querySelectorAll("form[data-fme-form=static]").forEach(form => form.ariaBusy = null);
    }
});
