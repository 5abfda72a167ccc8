using FmeTyped.Metadata;

namespace WorkspaceForm;

/// <summary>What a form holds: the workspace's defaults at first, then what was posted.</summary>
internal static class FormValues
{
    public static Dictionary<string, FmeParameterValue> Defaults(FmeWorkspaceDescriptor workspace) => workspace.Parameters
        .Where(parameter => parameter.Default is not null)
        .ToDictionary(parameter => parameter.Name, parameter => parameter.Default!.Value);

    /// <summary>The values of a post. A field that is not among them, since it was not shown, is unset.</summary>
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

        // Of a file the name stands here until it is uploaded.
        return texts.Concat(form.Files.GetFiles(parameter.Name).Select(file => file.FileName)).Where(text => text.Length > 0);
    }

    // An empty field takes a default away, which a secret or a file cannot show. Where there is none, it is just not filled in.
    private static bool EmptyIsValue(FmeParameterDescriptor parameter) =>
        parameter.FindChoice("") is not null || (parameter.HasDefault && parameter.Kind is not (FmeParameterKind.Secret or FmeParameterKind.File));
}
