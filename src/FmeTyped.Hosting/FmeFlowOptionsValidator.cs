using Microsoft.Extensions.Options;

namespace FmeTyped.Hosting;

/// <summary>Validates the options of one client when the app starts, and names each option by its configuration key if it comes from configuration.</summary>
internal sealed class FmeFlowOptionsValidator(string client, string? path) : IValidateOptions<FmeFlowOptions>
{
    public ValidateOptionsResult Validate(string? name, FmeFlowOptions options)
    {
        if (name != client)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> faults = FmeFlowOptionsValidation.FaultsOf(options, KeyOf);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string KeyOf(string option) =>
        path is not null ? $"{path}:{option}"
        : client.Length == 0 ? $"{nameof(FmeFlowOptions)}.{option}"
        : $"{nameof(FmeFlowOptions)}.{option} of '{client}'";
}
