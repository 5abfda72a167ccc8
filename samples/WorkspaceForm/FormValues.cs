using FmeTyped.Metadata;

namespace WorkspaceForm;

/// <summary>The values of a form: first the workspace's defaults, then the posted values.</summary>
internal static class FormValues
{
    public static Dictionary<string, FmeParameterValue> Defaults(FmeWorkspaceDescriptor workspace) => workspace.Parameters
        .Where(parameter => parameter.Default is not null)
        .ToDictionary(parameter => parameter.Name, parameter => parameter.Default!.Value);

    /// <summary>The posted values. A field that was not shown is not among them and counts as unset.</summary>
    public static Dictionary<string, FmeParameterValue> Posted(FmeWorkspaceDescriptor workspace, IFormCollection form)
    {
        var values = new Dictionary<string, FmeParameterValue>();
        foreach (FmeParameterDescriptor parameter in workspace.Parameters)
        {
            string[] texts = [.. Texts(parameter, form)];
            if (texts.Length > 0)
            {
                values.Add(parameter.Name, texts);
            }
            else if (form.ContainsKey(parameter.Name) && EmptyIsValue(parameter))
            {
                values.Add(parameter.Name, "");
            }
        }

        return values;
    }

    private static IEnumerable<string> Texts(FmeParameterDescriptor parameter, IFormCollection form)
    {
        IEnumerable<string> texts = form[parameter.Name].OfType<string>().Select(text => text.ReplaceLineEndings("\n"));
        if (parameter.IsList)
        {
            texts = texts.SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries));
        }

        // For a file, this is its name until it is uploaded.
        return texts.Concat(form.Files.GetFiles(parameter.Name).Select(file => file.FileName)).Where(text => text.Length > 0);
    }

    // An empty field removes a default, except for a secret or a file, which cannot show one. Without a default, the field is just not filled in.
    private static bool EmptyIsValue(FmeParameterDescriptor parameter) =>
        parameter.FindChoice("") is not null || (parameter.HasDefault && parameter.Kind is not (FmeParameterKind.Secret or FmeParameterKind.File));
}
