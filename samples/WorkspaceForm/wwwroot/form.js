// Shows the fields that apply. The server knows the conditions, so each change is sent to it; the values stay.
const form = document.querySelector("form");
let asked = 0;

form?.addEventListener("change", async () => {
    const question = ++asked;
    const values = new FormData(form);
    for (const input of form.querySelectorAll("input[type=file], input[type=password]")) {
        values.delete(input.name);
    }

    values.set("_show_again", "");
    const answer = await fetch(location.href, { method: "POST", body: values });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || question !== asked) {
        return;
    }

    const shown = page.querySelectorAll("[data-field]");
    form.querySelectorAll("[data-field]").forEach((field, index) => {
        field.hidden = field.disabled = shown[index].hidden;
    });
});
