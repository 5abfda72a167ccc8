using FmeTyped.Blazor.Resources;
using FmeTyped.Metadata;
using Microsoft.AspNetCore.Http;

namespace FmeTyped.Blazor.Forms;

/// <summary>Reads what a browser posted, where a page is rendered without interactivity.</summary>
internal static class PostedForm
{
    public static FormState Read(FmeWorkspaceDescriptor workspace, IFormCollection form, FileBounds bounds)
    {
        var state = new FormState(workspace);
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            string name = FieldNames.Value(parameter.Name);
            if (parameter is { Kind: FmeParameterKind.File, IsDestination: false })
            {
                ReadFiles(parameter, form.Files.GetFiles(name), bounds, state);
            }
            else if (!form.TryGetValue(name, out var posted))
            {
                state.SetAbsent(parameter);
            }
            else
            {
                ReadTexts(parameter, [.. posted.OfType<string>().Select(text => text.ReplaceLineEndings("\n"))], form, state);
            }
        }

        return state;
    }

    private static void ReadTexts(FmeParameterDescriptor parameter, string[] texts, IFormCollection form, FormState state)
    {
        string Part(string part) => form[FieldNames.Part(part, parameter.Name)].ToString();
        switch (parameter)
        {
            case { Kind: FmeParameterKind.Geometry } when texts is [""] && BoxInput.Sides.Any(side => Part(side).Length > 0):
                string? box = BoxInput.Join([.. BoxInput.Sides.Select(Part)]);
                state.SetTexts(parameter, box is null ? [] : [box]);
                if (box is null)
                {
                    state.AddFault(parameter, FormText.Get("BoxIncomplete"));
                }

                break;
            case { Kind: FmeParameterKind.DateTime, HasOffset: true } when texts is [var moment]:
                state.SetTexts(parameter, [DateTimeInput.Join(moment, Part(FieldNames.Offset))]);
                break;
            case { Kind: FmeParameterKind.Boolean }:
                // A checkbox posts its text behind the one for no, which is posted in any case.
                state.SetTexts(parameter, texts is [.., var last] ? [last] : []);
                break;
            case { Kind: FmeParameterKind.Choice } or { IsList: false }:
                state.SetTexts(parameter, texts);
                break;
            default:
                state.SetTexts(parameter, ListText.Split(string.Join('\n', texts)));
                break;
        }
    }

    private static void ReadFiles(FmeParameterDescriptor parameter, IReadOnlyList<IFormFile> posted, FileBounds bounds, FormState state)
    {
        // A file field that nobody touched posts a file without a name.
        IFormFile[] files = [.. posted.Where(file => file.FileName.Length > 0)];
        if (bounds.FindFault([.. files.Select(file => (file.FileName, file.Length))]) is { } fault)
        {
            state.AddFault(parameter, fault);
            return;
        }

        state.SetFiles(parameter, [.. files.Select(file => FmeFile.FromFormFile(file.FileName, file.OpenReadStream))]);
    }
}
