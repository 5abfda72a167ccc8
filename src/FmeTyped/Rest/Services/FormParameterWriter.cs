namespace FmeTyped;

/// <summary>
/// Writes published parameters into the form of a transformation service. A list repeats the name; an empty list is a name without a value: A081.
/// </summary>
/// <param name="form">The form writer.</param>
/// <param name="context">Describes the operation, for errors.</param>
/// <param name="overrides">Parameters that are written as they are and replace the request's own; null for none.</param>
internal sealed class FormParameterWriter(FormWriter form, ErrorContext context, IReadOnlyDictionary<string, FmeParameterValue>? overrides = null)
    : SentParameterWriter(overrides)
{
    private protected override void SendText(FmeParameterDescriptor parameter, ReadOnlySpan<char> value) => Write(parameter.Name, value);

    private protected override void SendChoice(FmeParameterDescriptor parameter, FmeChoice choice) => Write(parameter.Name, choice.Value);

    private protected override void BeginSendingList(FmeParameterDescriptor parameter, int count)
    {
        if (count == 0)
        {
            Write(parameter.Name, "");
        }
    }

    private protected override void SendItem(FmeParameterDescriptor parameter, string value) => Write(parameter.Name, value);

    private protected override void SendItem(FmeParameterDescriptor parameter, FmeChoice choice) => Write(parameter.Name, choice.Value);

    private protected override void EndSendingList()
    {
    }

    private protected override void SendOverride(string name, FmeParameterValue value)
    {
        if (value.IsBlank)
        {
            Write(name, "");
        }

        foreach (string item in value.Items)
        {
            Write(name, item);
        }
    }

    private void Write(string name, ReadOnlySpan<char> value)
    {
        if (InstructionNames.Contain(name))
        {
            throw new FmeNotSupportedException(
                $"Could not {context.Operation}: a transformation service takes the parameter {name} for an instruction to itself. Nothing was submitted. "
                + "Use RunAsync, or give the parameter another name in the workspace.",
                context);
        }

        form.Write(name, value);
    }
}
