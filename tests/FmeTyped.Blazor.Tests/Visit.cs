using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FmeTyped.Blazor.Tests;

/// <summary>A visit without a browser: it keeps cookies and follows redirections, and sends what the test says.</summary>
internal sealed class Visit(Uri site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = site };

    public async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    /// <summary>Posts a form with what it hides in itself, which is how the server knows its own form.</summary>
    public Task<(HttpStatusCode Status, IDocument Page)> PostAsync(
        string path, IEnumerable<(string Name, string Value)> values, params (string Name, string File, string Text)[] files) =>
        PostAsync(path, "form", values, files);

    /// <summary>Posts one of the forms of a page.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page)> PostAsync(
        string path, string form, IEnumerable<(string Name, string Value)> values, params (string Name, string File, string Text)[] files)
    {
        (_, IDocument page) = await OpenAsync(path);
        IEnumerable<(string, string)> hidden =
            page.QuerySelectorAll($"{form} input[type=hidden][name^='_']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        return await PostAsIsAsync(path, hidden.Concat(values), files);
    }

    public async Task<(HttpStatusCode Status, IDocument Page)> PostAsIsAsync(
        string path, IEnumerable<(string Name, string Value)> values, params (string Name, string File, string Text)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach ((string name, string value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach ((string name, string file, string text) in files)
        {
            content.Add(new StringContent(text), name, file);
        }

        using HttpResponseMessage answer = await _http.PostAsync(path, content, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(HttpStatusCode Status, IDocument Page)> ReadAsync(HttpResponseMessage answer)
    {
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken));
    }
}
